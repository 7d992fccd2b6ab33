import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AntenneFormat } from '#lib/db/schema.ts'
import { encode } from '#lib/machine/ffmpeg.server.ts'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import { inputsOf } from './chunk.server.ts'
import { type Chunk, chunkGraph, chunksOf, frameMs, pcmCutting } from './chunks.ts'
import { type MeterLog, readingOf, readMeterLog } from './ebur128.server.ts'
import { lameGainDb } from './mp3.ts'
import type { MasterPlan } from './plan.ts'
import type { Writing, Written } from './podcast.server.ts'
import { type BroadcastFacts, broadcastWaveHead } from './wav.ts'
import { fingerprintOf, writeWhole } from './whole-file.server.ts'

export type BroadcastTags = BroadcastFacts
type Antenne = { format: AntenneFormat; tags: BroadcastTags }
type Rendered = { chunk: Chunk; path: string; log: MeterLog }

/** Renders each stretch to PCM on all cores, then writes the station's file at `out`, exact to the sample. */
export async function writeAntenne(
  plan: MasterPlan,
  out: string,
  { format, tags }: Antenne,
  writing: Writing,
): Promise<Written> {
  const folder = await mkdtemp(join(writing.cache.folder, 'antenne-'))
  try {
    const bits = format === 'wav16' ? 16 : 24
    const isWave = format === 'wav16' || format === 'wav24'
    const rendered = await renderAll(plan, folder, bits, writing)
    const wave = isWave ? out : join(folder, 'whole.wav')
    const head = broadcastWaveHead(plan.durationMs * 48, bits, tags)
    const hash = createHash('sha256')
    const sizeBytes = await writeWhole(wave, partsOf(head, rendered), (part) => hash.update(part))
    if (isWave) return { ...heardIn(rendered), sizeBytes, sha256: hash.digest('hex') }
    return await encodeWhole(wave, out, format, writing.signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function renderAll(plan: MasterPlan, folder: string, bits: 16 | 24, { signal, onDone, all }: Writing) {
  const chunks = chunksOf(plan, pcmCutting).map((chunk) => ({ ...chunk, isMono: false }))
  const rendered = new Map<Chunk, Rendered>()
  await all(chunks, async (chunk, stop) => {
    const any = signal ? AbortSignal.any([signal, stop]) : stop
    const path = join(folder, `${chunk.from}.pcm`)
    const coding = bits === 16 ? 's16le' : 's24le'
    // Sixteen bits get dither, so that the end of a fade is noise and not grit.
    const dither = bits === 16 ? ',aresample=out_sample_fmt=s16:dither_method=triangular' : ''
    const graph = chunkGraph(chunk).replace(/\[out\]$/, `${dither}[out]`)
    const options = ['-f', coding, '-c:a', `pcm_${coding}`, '-ar', '48000', '-ac', '2']
    await encodeGraph(inputsOf(chunk.sources), graph, { path, options }, { signal: any })
    rendered.set(chunk, { chunk, path, log: await readMeterLog(path, { signal: any, coding }) })
    onDone((chunk.to - chunk.from) * frameMs)
  })
  return chunks.flatMap((chunk) => rendered.get(chunk) ?? [])
}

function heardIn(rendered: readonly Rendered[]): Pick<Written, 'reading' | 'peaks'> {
  return {
    reading: readingOf(rendered.map(({ log }) => log)),
    peaks: rendered.map(({ chunk, log }) => ({
      startMs: chunk.from * frameMs,
      endMs: chunk.to * frameMs,
      truePeakDbtp: log.truePeakDbtp,
    })),
  }
}

async function* partsOf(head: Uint8Array, rendered: readonly Rendered[]): AsyncGenerator<Uint8Array> {
  yield head
  for (const { path } of rendered) yield* createReadStream(path, { highWaterMark: 1 << 20 })
}

const coded: Record<'mp2' | 'mp3', { options: string[]; filter?: string }> = {
  mp2: { options: ['-f', 'mp2', '-c:a', 'mp2', '-b:a', '256k', '-ar', '48000'] },
  mp3: {
    options: ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', '256k', '-ar', '48000', '-id3v2_version', '0'],
    filter: `volume=${lameGainDb.toFixed(4)}dB:precision=float`,
  },
}

async function encodeWhole(
  wave: string,
  out: string,
  format: 'mp2' | 'mp3',
  signal?: AbortSignal,
): Promise<Written> {
  const { options, filter } = coded[format]
  await encode({ path: wave, ...(filter ? { filter } : {}) }, [{ path: out, options }], { signal })
  const log = await readMeterLog(out, { signal })
  const reading = readingOf([log])
  const peaks = [{ startMs: 0, endMs: Number.MAX_SAFE_INTEGER, truePeakDbtp: log.truePeakDbtp }]
  return { reading, peaks, ...(await fingerprintOf(out)) }
}
