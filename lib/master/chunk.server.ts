import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import { type Cache, findKept, makeKept } from './cache.server.ts'
import { type Chunk, chunkGraph, chunkKey, type Source } from './chunks.ts'
import { type MeterLog, readMeterLog } from './ebur128.server.ts'
import { chunkMp3, lameGainDb } from './mp3.ts'
import { asJointStereo, framesOf } from './mp3-frame.ts'

/** An encoded chunk: its frames with those of its context around them, and what the independent meter heard. */
export type EncodedChunk = { chunk: Chunk; path: string; log: MeterLog }

const facts = z.object({
  momentary: z.array(z.number()),
  shortTerm: z.array(z.number()),
  truePeakDbtp: z.number().nullable(),
})
const readFacts = (stored: unknown): MeterLog | null => facts.safeParse(stored).data ?? null

type Encoding = { bitRate: number; signal?: AbortSignal | undefined }

/** Finds a chunk that was encoded before, for whatever master; null when it must be encoded. */
export async function findChunk(
  cache: Cache,
  chunk: Chunk,
  { bitRate }: Encoding,
): Promise<EncodedChunk | null> {
  const kept = await findKept(cache, keyOf(chunk, bitRate), '.mp3', readFacts)
  return kept && { chunk, path: kept.path, log: kept.facts }
}

/** Encodes a chunk to constant joint stereo frames, decodes it again and lets ffmpeg's meter listen. */
export async function encodeChunk(cache: Cache, chunk: Chunk, how: Encoding): Promise<EncodedChunk> {
  const { signal, bitRate } = how
  const kept = await makeKept(
    cache,
    { key: keyOf(chunk, bitRate), ending: '.mp3', read: readFacts },
    async (path) => {
      const output = { path, options: chunkMp3(chunk.isMono, bitRate) }
      await encodeGraph(inputsOf(chunk.sources), chunkGraph(chunk, lameGainDb), output, { signal })
      const log = await readMeterLog(path, { signal })
      if (!chunk.isMono) return log
      await spreadFrames(path, bitRate)
      return inBothChannels(log)
    },
  )
  return { chunk, path: kept.path, log: kept.facts }
}

const keyOf = (chunk: Chunk, bitRate: number) => chunkKey(chunk, chunkMp3(chunk.isMono, bitRate))

export function inputsOf(sources: readonly Source[]) {
  return sources.flatMap((source) =>
    source.kind === 'sound'
      ? [{ path: source.file, startMs: source.startMs, durationMs: source.durationMs }]
      : [],
  )
}

/** The very same samples twice: twice the energy, and no higher a peak. */
function inBothChannels({ momentary, shortTerm, truePeakDbtp }: MeterLog): MeterLog {
  const twice = (energies: readonly number[]) => energies.map((energy) => 2 * energy)
  return { momentary: twice(momentary), shortTerm: twice(shortTerm), truePeakDbtp }
}

async function spreadFrames(path: string, bitRate: number): Promise<void> {
  const frames = framesOf(await readFile(path))
  await writeFile(path, Buffer.concat(frames.map((frame) => asJointStereo(frame, bitRate))))
}
