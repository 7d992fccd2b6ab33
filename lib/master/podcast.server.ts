import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Cache } from './cache.server.ts'
import { type EncodedChunk, encodeChunk, findChunk } from './chunk.server.ts'
import { type Chunk, chunksOf, frameMs } from './chunks.ts'
import { readingOf, readMeterLog } from './ebur128.server.ts'
import { type Id3Tags, id3Tag } from './id3.ts'
import { type MeterReading, podcastBitRate } from './mp3.ts'
import { joinChunks } from './mp3-join.ts'
import type { MasterPlan } from './plan.ts'
import type { PeakOf } from './rendering.ts'
import { writeWhole } from './whole-file.server.ts'

/** A file that is whole on disk, and what was heard in it; `peaks` tells where. */
export type Written = { reading: MeterReading; peaks: PeakOf[]; sizeBytes: number; sha256: string }

export type Writing = {
  cache: Cache
  signal: AbortSignal | undefined
  /** Milliseconds of the master that are done since it was last told. */
  onDone: (ms: number) => void
  all: <T>(things: readonly T[], task: (thing: T, stop: AbortSignal) => Promise<void>) => Promise<void>
}

/** Encodes what was not encoded before, on all cores, and joins it to one tagged MP3 at `out`. */
export async function writePodcast(
  plan: MasterPlan,
  out: string,
  tags: Omit<Id3Tags, 'chapters'>,
  writing: Writing,
): Promise<Written> {
  const chunks = chunksOf(plan)
  const encoded = await encodeAll(chunks, writing)
  const peaks = encoded.map(({ chunk, log }) => ({
    startMs: chunk.from * frameMs,
    endMs: chunk.to * frameMs,
    truePeakDbtp: log.truePeakDbtp,
  }))
  const frames = await Promise.all(encoded.map((one, index) => framesIn(one, index === encoded.length - 1)))
  const stream = joinChunks(frames, plan.durationMs * 48, podcastBitRate)
  const tag = id3Tag({ ...tags, chapters: plan.chapters })
  const hash = createHash('sha256')
  const sizeBytes = await writeWhole(out, [tag, ...stream], (part) => hash.update(part))
  const reading = await readingOfWhole(out, encoded, plan.durationMs, writing.signal)
  return { reading, peaks, sizeBytes, sha256: hash.digest('hex') }
}

/** Up to this length the whole file is listened to once more, ms. */
const shortMs = 600_000

/**
 * What the chunks read together. Their windows of 400 ms fall elsewhere than those of the whole, which tells in a
 * short programme full of silences, by a tenth or two: there the meter listens to the finished file.
 */
async function readingOfWhole(
  out: string,
  encoded: readonly EncodedChunk[],
  durationMs: number,
  signal: AbortSignal | undefined,
): Promise<MeterReading> {
  const reading = readingOf(encoded.map(({ log }) => log))
  if (durationMs > shortMs) return reading
  const { integratedLufs, lraLu } = readingOf([await readMeterLog(out, { signal, withPeak: false })])
  return { ...reading, integratedLufs, lraLu }
}

async function encodeAll(
  chunks: readonly Chunk[],
  { cache, signal, onDone, all }: Writing,
): Promise<EncodedChunk[]> {
  const encoded = new Map<Chunk, EncodedChunk>()
  const how = { bitRate: podcastBitRate, signal }
  const missing: Chunk[] = []
  for (const chunk of chunks) {
    const found = await findChunk(cache, chunk, how)
    if (found) encoded.set(chunk, found)
    else missing.push(chunk)
  }
  onDone(sum([...encoded.keys()]))
  // The longest first: then no core waits for another at the end.
  const cost = (chunk: Chunk) => (chunk.to - chunk.from) * (chunk.isMono ? 1 : 2)
  await all(
    missing.toSorted((a, b) => cost(b) - cost(a)),
    async (chunk, stop) => {
      const any = signal ? AbortSignal.any([signal, stop]) : stop
      encoded.set(chunk, await encodeChunk(cache, chunk, { ...how, signal: any }))
      onDone(sum([chunk]))
    },
  )
  return chunks.flatMap((chunk) => encoded.get(chunk) ?? [])
}

const sum = (chunks: readonly Chunk[]) => chunks.reduce((ms, { from, to }) => ms + (to - from) * frameMs, 0)

async function framesIn({ chunk, path }: EncodedChunk, isLast: boolean) {
  return { bytes: await readFile(path), before: chunk.before, count: chunk.to - chunk.from, isLast }
}
