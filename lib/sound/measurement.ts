import { type ChannelShape, type ChannelSums, channelShape } from './channels.ts'
import { decibelsOf, factorOf, integratedLufs, loudnessRangeLu } from './loudness.ts'
import type { LowEnd } from './low-end.ts'
import { encodeWaveform, silentEnds } from './waveform.ts'

/** What one pass over a sound at 48 kHz tells. Nulls are silence, or too short to have a loudness. */
export type Measurement = {
  durationMs: number
  channels: number
  /** LUFS; null below 400 ms and for silence. */
  integratedLufs: number | null
  lraLu: number
  truePeakDbtp: number | null
  /** Linear, 1 = full scale; float files and lossy decoders go beyond. */
  samplePeak: number
  /** K-weighted mean square of each full 100 ms, channels summed. */
  subBlocks: Float32Array
  /** Lowest and highest sample of each 10 ms, 127 = full scale. */
  waveform: Int8Array
  silence: { startMs: number; endMs: number }
  /** The largest mean of a channel, linear: a healthy sound has less than 0.001. */
  dcOffset: number
  /** Samples in runs of three or more at full scale. */
  clippedSamples: number
  shape: ChannelShape
  lowEnd: LowEnd
}

/** What the meter has counted. `pairs` are float, sums are per sample. */
export type Counted = {
  frames: number
  sums: ChannelSums
  subBlocks: Float32Array
  pairs: Float32Array
  truePeak: number
  samplePeak: number
  dcOffset: number
  clippedSamples: number
  lowEnd: LowEnd
}

export function measurementOf(counted: Counted): Measurement {
  const { subBlocks, pairs, samplePeak, dcOffset, clippedSamples, lowEnd } = counted
  return {
    durationMs: Math.floor(counted.frames / 48),
    channels: counted.sums.energies.length,
    integratedLufs: integratedLufs(subBlocks),
    lraLu: loudnessRangeLu(subBlocks),
    truePeakDbtp: decibelsOf(counted.truePeak),
    samplePeak,
    subBlocks,
    waveform: encodeWaveform(pairs),
    silence: silentEnds(pairs),
    dcOffset,
    clippedSamples,
    shape: channelShape(counted.sums),
    lowEnd,
  }
}

/** The same sound, louder or softer by `gainDb`. */
export function louder(measured: Measurement, gainDb: number): Measurement {
  const factor = factorOf(gainDb)
  const subBlocks = measured.subBlocks.map((energy) => energy * factor * factor)
  return {
    ...measured,
    integratedLufs: integratedLufs(subBlocks),
    truePeakDbtp: measured.truePeakDbtp === null ? null : measured.truePeakDbtp + gainDb,
    samplePeak: measured.samplePeak * factor,
    subBlocks,
    waveform: encodeWaveform(Float32Array.from(measured.waveform, (value) => (value / 127) * factor)),
    dcOffset: measured.dcOffset * factor,
  }
}

/** Nothing above −70 dBFS: there is no sound in this sound. */
export function isSilent({ samplePeak }: Measurement): boolean {
  return samplePeak < 0.000316
}
