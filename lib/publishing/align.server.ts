import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { decode } from '#lib/machine/ffmpeg.server.ts'
import { spokenForm } from '#lib/story/spoken-form.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import type { AlignQuestion } from './align-worker.server.ts'
import type { Alignment } from './sentence-times.ts'
import { featureRateHz } from './speech-features.ts'

/** A stretch of a sound and the sentences that are said in it, in order. */
export type ScriptedStretch = { startMs: Milliseconds; endMs: Milliseconds; sentences: readonly string[] }

/** A longer stretch than this is not looked into: half an hour is 115 MB of samples. */
export const longestStretchMs = 30 * 60_000

/**
 * Finds the sentences of each stretch in the sound at `path`; times count from the sound's start. Null for a stretch that
 * is too long or says nothing. `signal` ends it between two stretches and while one is decoded.
 */
export async function alignSound(
  path: string,
  stretches: readonly ScriptedStretch[],
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (share: number) => void },
): Promise<(Alignment | null)[]> {
  const worker = new Worker(new URL('./align-worker.server.ts', import.meta.url))
  const found: (Alignment | null)[] = []
  try {
    for (const stretch of stretches) {
      signal.throwIfAborted()
      found.push(isWorthIt(stretch) ? await alignStretch(worker, path, stretch, signal) : null)
      onProgress?.(found.length / stretches.length)
    }
    return found
  } finally {
    await worker.terminate()
  }
}

const isWorthIt = ({ startMs, endMs, sentences }: ScriptedStretch) =>
  sentences.length > 0 && endMs > startMs && endMs - startMs <= longestStretchMs

async function alignStretch(
  worker: Worker,
  path: string,
  { startMs, endMs, sentences }: ScriptedStretch,
  signal: AbortSignal,
): Promise<Alignment> {
  const samples = await samplesOf(path, startMs, endMs, signal)
  const question: AlignQuestion = { samples, sentences: sentences.map(spokenForm) }
  worker.postMessage(question, [samples.buffer])
  // A worker that fails says so as an error, which `once` throws.
  const [answer] = (await once(worker, 'message', { signal })) as [Alignment]
  const later = <T extends { startMs: number; endMs: number }>(one: T): T => ({
    ...one,
    startMs: startMs + one.startMs,
    endMs: startMs + one.endMs,
  })
  return {
    sentences: answer.sentences.map((one) => one && later(one)),
    unscripted: answer.unscripted.map(later),
  }
}

async function samplesOf(path: string, startMs: number, endMs: number, signal: AbortSignal) {
  const durationMs = endMs - startMs
  const samples = new Float32Array(Math.ceil((durationMs * featureRateHz) / 1000))
  let filled = 0
  for await (const block of decode(path, {
    sampleRateHz: featureRateHz,
    channels: 1,
    startMs,
    durationMs,
    signal,
  })) {
    const room = block.subarray(0, samples.length - filled)
    samples.set(room, filled)
    filled += room.length
  }
  return filled === samples.length ? samples : samples.slice(0, filled)
}
