import { powerSpectrum } from './fourier.ts'

/**
 * What speech is like, every 20 ms: mel-frequency cepstral coefficients (Davis and Mermelstein, 1980) and how they
 * move. Two voices that say the same words are alike in them, however high or loud they are.
 */

/** What `speechFeatures` wants to be given, one channel. */
export const featureRateHz = 16_000
export const frameMs = 20

const HOP = (featureRateHz * frameMs) / 1000
const WINDOW = 512
/** Telephones carry 100 Hz to 7 kHz. */
const LOWEST_HZ = 100
const HIGHEST_HZ = 7000
const BANDS = 26
const CEPSTRA = 12
/** Cepstra, their movement, and how loud it is. */
const WIDTH = 2 * CEPSTRA + 1

/** `values` holds `count` frames of `width` numbers; `levelDb` is each frame's mean level in dBFS. */
export type Features = { values: Float32Array; width: number; count: number; levelDb: Float32Array }

/** The features of a sound at `featureRateHz`; each of them has mean 0 and variance 1 over the whole. */
export function speechFeatures(samples: Float32Array): Features {
  const count = Math.max(0, Math.floor((samples.length - WINDOW) / HOP) + 1)
  const { cepstra, levelDb } = cepstraOf(samples, count)
  const values = new Float32Array(count * WIDTH)
  for (let at = 0; at < count; at += 1) {
    for (let c = 0; c < CEPSTRA; c += 1) {
      values[at * WIDTH + c] = cepstra[at * CEPSTRA + c] ?? 0
      values[at * WIDTH + CEPSTRA + c] = movement(cepstra, at, c, count)
    }
    values[at * WIDTH + 2 * CEPSTRA] = Math.max(-70, levelDb[at] ?? -70)
  }
  const features = { values, width: WIDTH, count, levelDb }
  normalise(features)
  return features
}

/** The same features with `factor` frames drawn together into one. */
export function coarser({ values, width, count, levelDb }: Features, factor: number): Features {
  const drawn = Math.ceil(count / factor)
  const together = {
    values: new Float32Array(drawn * width),
    width,
    count: drawn,
    levelDb: new Float32Array(drawn),
  }
  for (let at = 0; at < drawn; at += 1) {
    const from = at * factor
    const to = Math.min(count, from + factor)
    for (let frame = from; frame < to; frame += 1) {
      for (let w = 0; w < width; w += 1)
        together.values[at * width + w] =
          (together.values[at * width + w] ?? 0) + (values[frame * width + w] ?? 0) / (to - from)
      together.levelDb[at] = (together.levelDb[at] ?? 0) + (levelDb[frame] ?? 0) / (to - from)
    }
  }
  return together
}

function cepstraOf(samples: Float32Array, count: number) {
  const spectrum = powerSpectrum(WINDOW)
  const hamming = Float32Array.from(
    { length: WINDOW },
    (_, n) => 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (WINDOW - 1)),
  )
  const bands = melBands()
  const cosines = cosineTable()
  const frame = new Float32Array(WINDOW)
  const power = new Float32Array(WINDOW / 2 + 1)
  const logs = new Float32Array(BANDS)
  const cepstra = new Float32Array(count * CEPSTRA)
  const levelDb = new Float32Array(count)
  for (let at = 0; at < count; at += 1) {
    const from = at * HOP
    let energy = 0
    for (let n = 0; n < WINDOW; n += 1) {
      const sample = samples[from + n] ?? 0
      energy += sample * sample
      // Speech falls by some 6 dB an octave; without that its consonants would not count.
      frame[n] = (sample - 0.97 * (samples[from + n - 1] ?? 0)) * (hamming[n] ?? 0)
    }
    levelDb[at] = 10 * Math.log10(energy / WINDOW + 1e-10)
    spectrum(frame, power)
    for (let b = 0; b < BANDS; b += 1) logs[b] = Math.log(weighed(power, bands[b]) + 1e-8)
    for (let c = 0; c < CEPSTRA; c += 1) {
      let sum = 0
      for (let b = 0; b < BANDS; b += 1) sum += (logs[b] ?? 0) * (cosines[c * BANDS + b] ?? 0)
      cepstra[at * CEPSTRA + c] = sum
    }
  }
  return { cepstra, levelDb }
}

type Band = { from: number; weights: Float32Array }

function weighed(power: Float32Array, band: Band | undefined): number {
  let sum = 0
  const { from = 0, weights = new Float32Array() } = band ?? {}
  for (let k = 0; k < weights.length; k += 1) sum += (power[from + k] ?? 0) * (weights[k] ?? 0)
  return sum
}

/** Triangles of equal width on the mel scale (2595·log₁₀(1 + f/700)), each reaching to its neighbours' middles. */
function melBands(): Band[] {
  const mel = (hz: number) => 2595 * Math.log10(1 + hz / 700)
  const hz = (value: number) => 700 * (10 ** (value / 2595) - 1)
  const [low, high] = [mel(LOWEST_HZ), mel(HIGHEST_HZ)]
  const binOf = (at: number) => (hz(low + ((high - low) * at) / (BANDS + 1)) * WINDOW) / featureRateHz
  return Array.from({ length: BANDS }, (_, b) => {
    const [from, middle, to] = [binOf(b), binOf(b + 1), binOf(b + 2)]
    const first = Math.ceil(from)
    const weights = Float32Array.from({ length: Math.max(0, Math.floor(to) - first + 1) }, (_, k) => {
      const bin = first + k
      return bin <= middle ? (bin - from) / (middle - from) : (to - bin) / (to - middle)
    })
    return { from: first, weights }
  })
}

/** DCT-II without its first row, which is loudness. */
function cosineTable(): Float32Array {
  return Float32Array.from({ length: CEPSTRA * BANDS }, (_, at) => {
    const [c, b] = [Math.floor(at / BANDS) + 1, at % BANDS]
    return Math.cos((Math.PI * c * (b + 0.5)) / BANDS)
  })
}

/** Slope over five frames (the regression that speech recognisers use). */
function movement(cepstra: Float32Array, at: number, c: number, count: number): number {
  const value = (frame: number) => cepstra[Math.min(count - 1, Math.max(0, frame)) * CEPSTRA + c] ?? 0
  return (value(at + 1) - value(at - 1) + 2 * (value(at + 2) - value(at - 2))) / 10
}

/** What hardly moves (a tone, silence) is not blown up to look like speech, whose spread is several times this. */
const LEAST_SPREAD = 0.5

function normalise({ values, width, count }: Features) {
  for (let w = 0; w < width; w += 1) {
    let sum = 0
    let squares = 0
    for (let at = 0; at < count; at += 1) {
      const value = values[at * width + w] ?? 0
      sum += value
      squares += value * value
    }
    const mean = sum / Math.max(1, count)
    const spread = Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean)))
    for (let at = 0; at < count; at += 1)
      values[at * width + w] = ((values[at * width + w] ?? 0) - mean) / spread
  }
}
