import { type Milliseconds, minutes } from '#lib/time/duration.ts'

/** A stretch of an episode's sound, from its first sound on: `[from, to]`. */
export type Stretch = readonly [fromMs: Milliseconds, toMs: Milliseconds]

/** A public sound as far as counting needs it. */
export type SoundFile = {
  sizeBytes: number
  /** Bytes before the sound: title, cover, chapters. */
  headerBytes: number
  durationMs: Milliseconds
}

/** How much of an episode makes a download; the whole of one that is shorter. */
export const enough = (durationMs: Milliseconds): Milliseconds => Math.min(minutes(1), durationMs)

/**
 * Which sound lies in `bytes` bytes that were sent from `firstByte` on. Encoders spread a show's sound evenly enough
 * over its bytes to say it by proportion, and only so are lighter copies the same sound. Null when it is header alone.
 */
export function soundSent(file: SoundFile, firstByte: number, bytes: number): Stretch | null {
  const soundBytes = file.sizeBytes - file.headerBytes
  const at = (byte: number) =>
    (Math.min(Math.max(byte - file.headerBytes, 0), soundBytes) / soundBytes) * file.durationMs
  const [from, to] = [at(firstByte), at(firstByte + bytes)]
  return soundBytes > 0 && to > from ? [from, to] : null
}

/** The stretches with one more, in order; what overlaps or touches becomes one, so that nothing counts twice. */
export function withStretch(stretches: readonly Stretch[], added: Stretch): Stretch[] {
  const apart = stretches.filter(([from, to]) => to < added[0] || from > added[1])
  const joined = stretches.filter(([from, to]) => to >= added[0] && from <= added[1])
  const all = [added, ...joined]
  const one: Stretch = [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))]
  return [...apart, one].sort(([a], [b]) => a - b)
}

/** How long they are together. */
export function heardMs(stretches: readonly Stretch[]): Milliseconds {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0)
}
