/** Rate of everything musical. */
export const musicHz = 48_000

export type Stereo = { left: Float32Array; right: Float32Array }

export const silence = (seconds: number): Stereo => ({
  left: new Float32Array(Math.round(seconds * musicHz)),
  right: new Float32Array(Math.round(seconds * musicHz)),
})

/** Adds `sound` at `startS`; `pan` −1 left … 1 right, equal power. What passes the end is dropped. */
export function add(into: Stereo, sound: Float32Array, startS: number, gain: number, pan = 0): void {
  const first = Math.round(startS * musicHz)
  const angle = ((pan + 1) * Math.PI) / 4
  const count = Math.min(sound.length, into.left.length - first)
  for (let i = 0; i < count; i++) {
    const sample = (sound[i] ?? 0) * gain
    into.left[first + i] = (into.left[first + i] ?? 0) + sample * Math.cos(angle)
    into.right[first + i] = (into.right[first + i] ?? 0) + sample * Math.sin(angle)
  }
}

/** The same numbers each time, so that the sounds can be made again. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2_147_483_648 - 1
  }
}

/**
 * A plucked string (K. Karplus, A. Strong, “Digital Synthesis of Plucked-String and Drum Timbres”,
 * Computer Music Journal 7:2, 1983), with a soft pluck and a fractional delay for the pitch.
 * `brightness` 0–1.
 */
export function plucked(hz: number, seconds: number, brightness: number, seed: number): Float32Array {
  // High strings would die at once under the plain average of the paper.
  const softening = Math.min(0.5, 0.5 * Math.sqrt(200 / hz))
  const period = musicHz / hz - softening
  const whole = Math.floor(period)
  const fraction = period - whole
  const ring = excitation(whole + 1, brightness, seed)
  const decay = 0.001 ** (1 / (hz * (1.6 + 1.8 * (220 / hz))))
  const out = new Float32Array(Math.round(seconds * musicHz))
  let before = 0
  for (let i = 0; i < out.length; i++) {
    const at = i % ring.length
    const now = ring[at] ?? 0
    const next = ring[(at + 1) % ring.length] ?? 0
    const tuned = now * fraction + next * (1 - fraction)
    out[i] = now
    ring[at] = decay * ((1 - softening) * tuned + softening * before)
    before = tuned
  }
  return faded(out, 0.002, 0.06)
}

function excitation(length: number, brightness: number, seed: number): Float32Array {
  const random = dice(seed)
  const noise = new Float32Array(length)
  let smooth = 0
  for (let i = 0; i < length; i++) {
    smooth += (random() - smooth) * (0.12 + 0.6 * brightness)
    noise[i] = smooth
  }
  // Plucked at a fifth of the string: those harmonics are missing, and the tone is rounder.
  const comb = Math.round(length / 5)
  const mean = noise.reduce((total, n) => total + n, 0) / length
  const shape = noise.map((n, i) => n - mean - 0.7 * ((noise[(i + length - comb) % length] ?? 0) - mean))
  const energy = shape.reduce((total, n) => total + n * n, 0) / length
  return shape.map((n) => (n * 0.25) / Math.sqrt(energy))
}

/** A soft bass: a sine with a little of its octave, dying like a felt-muted string. */
export function bass(hz: number, seconds: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * musicHz))
  for (let i = 0; i < out.length; i++) {
    const t = i / musicHz
    const turn = 2 * Math.PI * hz * t
    out[i] = (Math.sin(turn) + 0.28 * Math.sin(2 * turn) * Math.exp(-4 * t)) * Math.exp(-1.5 * t)
  }
  return faded(out, 0.008, 0.08)
}

/** Two free reeds a hair apart, as in an accordion; they beat about three times a second. */
export function reed(hz: number, seconds: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * musicHz))
  const apart = 1.5
  for (let n = 1; n <= 12 && n * hz < 7_000; n++) {
    const gain = (n % 2 === 1 ? 1 : 0.55) / n ** 1.35
    for (let i = 0; i < out.length; i++) {
      const turn = (2 * Math.PI * n * i) / musicHz
      const wave = Math.sin(turn * (hz - apart)) + Math.sin(turn * (hz + apart) + n)
      out[i] = (out[i] ?? 0) + wave * gain * 0.3
    }
  }
  return faded(out, 0.045, 0.09)
}

/** One shake of a shaker. */
export function shake(seconds: number, seed: number): Float32Array {
  const random = dice(seed)
  const out = new Float32Array(Math.round(seconds * musicHz))
  let low = 0
  for (let i = 0; i < out.length; i++) {
    const white = random()
    low += (white - low) * 0.45
    const t = i / out.length
    out[i] = (white - low) * Math.sin(Math.PI * Math.min(1, t * 2.2) * 0.5) * (1 - t) ** 2
  }
  return out
}

function faded(out: Float32Array, inS: number, outS: number): Float32Array {
  const rise = Math.round(inS * musicHz)
  const fall = Math.round(outS * musicHz)
  for (let i = 0; i < rise && i < out.length; i++) out[i] = (out[i] ?? 0) * (i / rise)
  for (let i = 0; i < fall && i < out.length; i++) {
    const at = out.length - 1 - i
    out[at] = (out[at] ?? 0) * (i / fall)
  }
  return out
}

const steps: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** Pitch of a note such as `F#5` or `Bb3` in hertz, A4 = 440. */
export function hertz(note: string): number {
  const [, letter = '', sign = '', octave = ''] = /^([A-G])([#b]?)(\d)$/.exec(note) ?? []
  const step = steps[letter]
  if (step === undefined) throw new Error(`“${note}” is no note`)
  const semitones = step + (sign === '#' ? 1 : sign === 'b' ? -1 : 0) + 12 * (Number(octave) + 1)
  return 440 * 2 ** ((semitones - 69) / 12)
}
