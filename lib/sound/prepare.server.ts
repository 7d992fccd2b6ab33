import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from '#lib/machine/ffmpeg.server.ts'
import { removeParts } from '#lib/machine/ffmpeg-part.server.ts'
import { probe, type SoundFacts } from '#lib/machine/ffmpeg-probe.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type ChannelShape, foldingFilter } from './channels.ts'
import { measureSound } from './measure.server.ts'
import { isSilent, louder, type Measurement } from './measurement.ts'

export type PreparedSound = {
  /** Of the original file. */
  facts: SoundFacts & {
    /** What its channels amount to; every shape but `stereo` and `surround` has a mono mezzanine. */
    shape: ChannelShape
    clippedSamples: number
    /** How far the mezzanine is below the original, in dB (0 or negative), so that nothing clips in it. */
    loweredDb: number
  }
  /** Of the mezzanine: what everything after works with. */
  measurement: Measurement
  /** FLAC, 48 kHz, mono or stereo. */
  mezzanine: string
  /** MP3 at 64 kb/s, which every browser plays. */
  listening: string
}

export type Preparing = {
  signal?: AbortSignal | undefined
  /** Share done, 0–1, never going back. */
  onProgress?: ((share: number) => void) | undefined
}

// Encoding both copies takes about twice as long as measuring.
const measuringShare = 0.35

/**
 * Probes and measures an original, and writes `mezzanine.flac` and `listening.mp3` into `folder`. The
 * original stays untouched. Both files appear whole or not at all; a run that was killed may simply be
 * started again. Whatever cannot be broadcast is a `Refusal`, `sound.…` its reason.
 */
export async function prepareSound(
  original: string,
  folder: string,
  how: Preparing = {},
): Promise<PreparedSound> {
  const { signal, onProgress } = how
  await mkdir(folder, { recursive: true })
  const mezzanine = join(folder, 'mezzanine.flac')
  const listening = join(folder, 'listening.mp3')
  // A run killed while encoding, whose original is refused today, would leave its halves for ever.
  await removeParts([mezzanine, listening])
  const facts = await probe(original, signal)
  const plannedMs = facts.durationMs ?? 0
  const measured = await measureSound(original, {
    signal,
    channels: Math.min(2, facts.channels),
    onProgress: (ms) => plannedMs > 0 && onProgress?.(measuringShare * Math.min(1, ms / plannedMs)),
  })
  if (isSilent(measured)) throw new Refusal('sound.silent')
  const loweredDb = measured.samplePeak > 1 ? -20 * Math.log10(measured.samplePeak) : 0
  await encode(
    { path: original, filter: mezzanineFilter(measured, loweredDb) },
    copies((measured.truePeakDbtp ?? 0) < -12 ? '24' : '16', mezzanine, listening),
    {
      signal,
      onProgress: (ms) =>
        onProgress?.(measuringShare + (1 - measuringShare) * Math.min(1, ms / measured.durationMs)),
    },
  )
  const isFolded = foldingFilter(measured.shape) !== null
  const measurement =
    isFolded || isBiased(measured)
      ? await measureSound(mezzanine, { signal, channels: isFolded ? 1 : measured.channels })
      : louder(measured, loweredDb)
  onProgress?.(1)
  const shape = facts.channels > 2 ? 'surround' : measured.shape
  const { clippedSamples } = measured
  return { facts: { ...facts, shape, clippedSamples, loweredDb }, measurement, mezzanine, listening }
}

export type CleanedSound = Pick<PreparedSound, 'measurement' | 'mezzanine' | 'listening'>

/**
 * As `prepareSound`, for a mezzanine and the filters that clean it: the same two files and figures, as long
 * as before. It has room above for what filters add, and loses none of its fine steps.
 */
export async function prepareCleaned(
  original: string,
  filters: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<CleanedSound> {
  const mezzanine = join(folder, 'mezzanine.flac')
  const listening = join(folder, 'listening.mp3')
  const filter = ['aformat=sample_fmts=fltp', 'volume=-3dB', ...filters].join(',')
  const [flac, mp3] = copies('24', mezzanine, listening)
  // One after the other: two outputs at once would filter twice.
  await encode({ path: original, filter }, [flac], { signal })
  await encode({ path: mezzanine }, [mp3], { signal })
  const measurement = await measureSound(mezzanine, { signal })
  if (isSilent(measurement)) throw new Refusal('sound.silent')
  return { measurement, mezzanine, listening }
}

/** A sound that hangs off the middle, as bad sound cards make it: nobody hears it, but it takes the room of peaks. */
const isBiased = ({ dcOffset }: Measurement) => dcOffset > 0.005

// Mixing and resampling happen in floating point, as when measuring: in integers ffmpeg mixes lower.
function mezzanineFilter(measured: Measurement, loweredDb: number): string {
  const { channels, shape } = measured
  const layout = channels === 1 ? 'mono' : 'stereo'
  const folding = foldingFilter(shape)
  return [
    `aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=${layout}`,
    ...(folding ? [folding] : []),
    ...(isBiased(measured) ? ['highpass=f=8:poles=1'] : []),
    ...(loweredDb < 0 ? [`volume=${loweredDb.toFixed(3)}dB`] : []),
  ].join(',')
}

// A quiet take will be raised: its fine steps must survive that, in 24 bits.
function copies(bits: '16' | '24', mezzanine: string, listening: string) {
  const depth = bits === '24' ? ['-sample_fmt', 's32', '-bits_per_raw_sample', '24'] : ['-sample_fmt', 's16']
  const mp3 = [
    '-f',
    'mp3',
    '-c:a',
    'libmp3lame',
    '-b:a',
    '64k',
    '-compression_level',
    '7',
    '-id3v2_version',
    '0',
  ]
  return [
    { path: mezzanine, options: ['-f', 'flac', '-c:a', 'flac', ...depth] },
    { path: listening, options: mp3 },
  ] as const
}
