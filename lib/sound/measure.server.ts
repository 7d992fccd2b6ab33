import { decode, FfmpegFailure } from '#lib/machine/ffmpeg.server.ts'
import { longestSoundMs, probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Measurement } from './measurement.ts'
import { SoundMeter } from './meter.ts'

export type Measuring = {
  signal?: AbortSignal | undefined
  /** Milliseconds of sound measured so far. */
  onProgress?: ((measuredMs: number) => void) | undefined
  /** Mixed to this many channels first; as many as the file has unless told. */
  channels?: number
}

/**
 * Decodes a sound once, at 48 kHz, and tells everything that can be known of it. Memory stays flat:
 * five hours need some twenty megabytes. Whatever is no sound is a `Refusal`, `sound.…` its reason.
 */
export async function measureSound(path: string, how: Measuring = {}): Promise<Measurement> {
  const channels = how.channels ?? (await probe(path, how.signal)).channels
  const meter = new SoundMeter(channels)
  const { signal, onProgress } = how
  try {
    for await (const block of decode(path, { sampleRateHz: 48_000, channels, signal, onProgress: told }))
      meter.push(block)
  } catch (cause) {
    throw isSoundsFault(cause) ? new Refusal('sound.damaged', {}, { cause }) : cause
  }
  const measured = meter.finish()
  if (measured.durationMs === 0) throw new Refusal('sound.empty')
  return measured

  function told(measuredMs: number) {
    if (measuredMs > longestSoundMs)
      throw new Refusal('sound.too-long', { durationMs: Math.round(measuredMs) })
    onProgress?.(measuredMs)
  }
}

// 1 is ffmpeg's word for what it cannot read; anything else is the machine's trouble.
function isSoundsFault(cause: unknown): boolean {
  return cause instanceof FfmpegFailure && cause.exitCode === 1
}
