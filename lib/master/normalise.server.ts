import { mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { decode, encode } from '#lib/machine/ffmpeg.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { factorOf, integratedLufs } from '#lib/sound/loudness.ts'
import { measureSound } from '#lib/sound/measure.server.ts'
import { isSilent, type Measurement } from '#lib/sound/measurement.ts'
import { readMeter } from './ebur128.server.ts'
import { Limiter } from './limiter.ts'
import { limitedSubBlocks } from './limiting.ts'
import { lameScale, type MeterReading } from './mp3.ts'
import { nextRound, type RenderSettings } from './normalise-round.ts'

export type NormaliseTargets = { lufs: number; dbtp: number }

export type NormalisedSound = {
  before: MeterReading
  /** As ffmpeg's own meter finds the finished file. */
  after: MeterReading
  durationMs: number
  /** The one gain, in dB. */
  gainDb: number
  /** The most that the limiter took away, in dB (0 or negative). */
  mostLimitedDb: number
  rounds: number
  /** It is raised as far as makes sense, and still more than 0.1 LU from the target. */
  isShort: boolean
}

/** Beyond there is only noise, dB. */
const mostGainDb = 30
/** A sound that is nothing but peaks is not pushed against the limiter further than this, in dB. */
const mostLimitingDb = 12
const mostRounds = 6

type Format = {
  options: (channels: number) => string[]
  /** What the encoder multiplies samples by. */
  scale: number
  /** How much a coded peak grows when it is decoded, dB: the first round leaves that room. */
  roomDb: number
}
const lossy = (name: string, codec: string[], stereo: string, mono: string): Format => ({
  options: (channels) => ['-f', name, ...codec, '-b:a', channels === 1 ? mono : stereo],
  scale: codec.includes('libmp3lame') ? lameScale : 1,
  roomDb: 0.5,
})
const exact = (name: string, codec: string[]): Format => ({
  options: () => ['-f', name, ...codec],
  scale: 1,
  roomDb: 0.02,
})
const mp3Bare = ['-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0']
const formats: Record<string, Format> = {
  '.mp3': lossy('mp3', ['-c:a', 'libmp3lame', ...mp3Bare], '192k', '128k'),
  '.opus': lossy('opus', ['-c:a', 'libopus'], '128k', '64k'),
  '.m4a': lossy('ipod', ['-c:a', 'aac', '-movflags', '+faststart'], '192k', '128k'),
  '.wav': exact('wav', ['-c:a', 'pcm_s16le']),
  '.flac': exact('flac', ['-c:a', 'flac', '-sample_fmt', 's32', '-bits_per_raw_sample', '24']),
}

/** What a normalised file may end in. */
export const normalisedEndings = Object.keys(formats)

/**
 * Brings a sound of any format to a loudness under a true peak: measured once, one gain, our limiter, encoded by
 * what `out` ends in (48 kHz, mono or stereo), then decoded again and measured by ffmpeg's own meter, until it is
 * within 0.1 LU. `out` appears whole or not at all, in place of what was there. Refuses `sound.silent`,
 * `sound.too-short` (below 400 ms there is no loudness), `normalise.format` and what `measureSound` refuses.
 */
export async function normaliseSound(
  path: string,
  out: string,
  targets: NormaliseTargets,
  signal?: AbortSignal,
): Promise<NormalisedSound> {
  const format = formats[extname(out).toLowerCase()]
  if (!format) throw new Refusal('normalise.format', { ending: extname(out) })
  const channels = Math.min(2, (await probe(path, signal)).channels)
  const sound = await measureSound(path, { channels, signal })
  if (isSilent(sound)) throw new Refusal('sound.silent')
  if (sound.integratedLufs === null)
    throw new Refusal(sound.durationMs < 400 ? 'sound.too-short' : 'sound.silent')
  // Beside its target, so that the last step is a rename; in a folder, since its own name may be as long as names get.
  const folder = await mkdtemp(join(dirname(out), '.normalise-'))
  try {
    const trial = join(folder, `sound${extname(out).toLowerCase()}`)
    const made = await encodeUntilGood({ path, sound, format, targets, signal }, trial)
    await rename(trial, out)
    const { truePeakDbtp, lraLu, durationMs } = sound
    return { before: { integratedLufs: sound.integratedLufs, truePeakDbtp, lraLu }, durationMs, ...made }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Job = {
  path: string
  sound: Measurement
  format: Format
  targets: NormaliseTargets
  signal: AbortSignal | undefined
}

async function encodeUntilGood(job: Job, trial: string) {
  const { sound, targets, signal } = job
  let settings: RenderSettings = { trimDb: 0, ceilingDbtp: targets.dbtp - job.format.roomDb }
  for (let rounds = 1; ; rounds++) {
    const { gainDb, isCapped } = gainFor(sound, targets.lufs, settings)
    const mostLimitedDb = await encodeOnce(job, trial, gainDb, settings.ceilingDbtp)
    const after = await readMeter(trial, { signal })
    // Where no more gain is allowed, only the ceiling is still looked after.
    const aimLufs = isCapped ? null : targets.lufs
    const next = nextRound(settings, after, { aimLufs, mostDbtp: targets.dbtp })
    if (!next || rounds === mostRounds) {
      if ((after.truePeakDbtp ?? targets.dbtp) > targets.dbtp + 0.05)
        throw new Error(`Could not keep ${job.path} under ${targets.dbtp} dBTP: it has ${after.truePeakDbtp}`)
      const isShort = Math.abs((after.integratedLufs ?? -70) - targets.lufs) > 0.1
      return { after, gainDb, mostLimitedDb, rounds, isShort }
    }
    settings = next
  }
}

/** The gain that reaches `lufs` with the limiter's share foretold; capped where more would only be noise or crushing. */
function gainFor(sound: Measurement, lufs: number, { trimDb, ceilingDbtp }: RenderSettings) {
  const limited = (gainDb: number) => {
    const subBlocks = limitedSubBlocks(sound.subBlocks, sound.waveform, gainDb, ceilingDbtp)
    return (integratedLufs(subBlocks) ?? lufs) + gainDb
  }
  const plainDb = lufs - (sound.integratedLufs ?? lufs)
  const most = Math.min(mostGainDb, Math.max(plainDb, 0) + mostLimitingDb)
  let gainDb = Math.min(most, plainDb)
  for (let round = 0; round < 6; round++) gainDb = Math.min(most, gainDb + lufs - limited(gainDb))
  const wanted = gainDb + trimDb
  return { gainDb: Math.min(most, wanted), isCapped: wanted >= most }
}

/** One pass: decode, gain, limiter, encoder. Answers the most that the limiter took away, in dB. */
async function encodeOnce(
  { path, sound, format, signal }: Job,
  out: string,
  gainDb: number,
  ceilingDbtp: number,
) {
  const { channels } = sound
  const limiter = new Limiter(channels, factorOf(ceilingDbtp))
  const gain = factorOf(gainDb)
  const scaled = (block: Float32Array, factor: number) =>
    factor === 1 ? block : block.map((sample) => sample * factor)
  async function* programme() {
    for await (const block of decode(path, { sampleRateHz: 48_000, channels, signal }))
      yield scaled(limiter.push(scaled(block, gain)), 1 / format.scale)
    yield scaled(limiter.finish(), 1 / format.scale)
  }
  await encode(
    { pcm: programme(), sampleRateHz: 48_000, channels },
    [{ path: out, options: [...format.options(channels), '-ar', '48000'] }],
    { signal },
  )
  return 20 * Math.log10(limiter.lowestGain)
}
