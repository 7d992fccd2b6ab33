import { SoundMeter } from '#lib/sound/meter.ts'

/** Amplitude of a peak level in dBFS. */
export const level = (dbfs: number) => 10 ** (dbfs / 20)

/** A 1 kHz sine, in phase in every channel, with one level in dBFS per channel. */
export function sines(seconds: number, levels: readonly number[]): Float32Array {
  const amplitudes = levels.map(level)
  return interleave(
    seconds,
    amplitudes.length,
    (frame, c) => (amplitudes[c] ?? 0) * Math.sin((2 * Math.PI * frame) / 48),
  )
}

export function interleave(
  seconds: number,
  channels: number,
  at: (frame: number, channel: number) => number,
) {
  const samples = new Float32Array(Math.round(seconds * 48_000) * channels)
  for (let i = 0; i < samples.length; i++) samples[i] = at(Math.floor(i / channels), i % channels)
  return samples
}

/** Measures blocks one after the other. */
export function measured(channels: number, ...blocks: Float32Array[]) {
  const meter = new SoundMeter(channels)
  for (const block of blocks) meter.push(block)
  return meter.finish()
}

/** The stereo programme of EBU Tech 3341 and 3342: [seconds, level of both channels]. */
export function programme(...parts: [seconds: number, dbfs: number][]) {
  return measured(2, ...parts.map(([seconds, dbfs]) => sines(seconds, [dbfs, dbfs])))
}
