import { add, dice, musicHz, type Stereo, silence } from './instruments.ts'
import type { Place } from './mix.ts'
import { speechHz } from './speech.ts'

/** Level of the air in each place: never the digital nothing between two sentences. */
const air: Record<Place, { gain: number; darkness: number; swell: number }> = {
  studio: { gain: 0.004, darkness: 0.08, swell: 0.1 },
  kitchen: { gain: 0.02, darkness: 0.05, swell: 0.2 },
  street: { gain: 0.06, darkness: 0.02, swell: 0.7 },
  car: { gain: 0.1, darkness: 0.008, swell: 0.35 },
}

/**
 * The air of a place for `seconds`. In the street, `passers` talk in the distance: their sentences
 * are turned round so that nobody says anything.
 */
export function ambience(place: Place, seconds: number, passers: Float32Array[]): Stereo {
  const sound = silence(seconds)
  const { gain, darkness, swell } = air[place]
  for (const [i, side] of [sound.left, sound.right].entries()) {
    const random = dice(i + 3)
    let dark = 0
    for (let n = 0; n < side.length; n++) {
      dark += (random() - dark) * darkness
      const t = n / musicHz
      const wave = 1 + swell * Math.sin(t * 0.41 + i) * Math.sin(t * 0.173 + 1)
      side[n] = (dark / Math.sqrt(darkness)) * gain * wave
    }
  }
  if (place === 'street') crowd(sound, seconds, passers)
  if (place === 'kitchen') crockery(sound, seconds)
  return sound
}

function crowd(sound: Stereo, seconds: number, passers: Float32Array[]): void {
  const random = dice(77)
  for (const [i, passer] of passers.entries()) {
    const murmur = distant(passer)
    for (
      let at = Math.abs(random()) * 3;
      at < seconds - 1;
      at += murmur.length / musicHz + Math.abs(random()) * 1.5
    )
      add(sound, murmur, at, 0.11, ((i % 5) - 2) / 2.2)
  }
}

function distant(sentence: Float32Array): Float32Array {
  const out = new Float32Array(Math.floor((sentence.length * musicHz) / speechHz))
  let first = 0
  let second = 0
  for (let i = 0; i < out.length; i++) {
    const at = sentence.length - 1 - Math.floor((i * speechHz) / musicHz)
    first += ((sentence[at] ?? 0) - first) * 0.12
    second += (first - second) * 0.12
    out[i] = second
  }
  return out
}

/** A jar set down now and then: three bell-like partials, quickly dead. */
function crockery(sound: Stereo, seconds: number): void {
  const random = dice(21)
  for (let at = 2.4; at < seconds - 1; at += 3.5 + Math.abs(random()) * 6) {
    const hz = 1_900 + 900 * Math.abs(random())
    const clink = new Float32Array(musicHz / 5)
    for (let i = 0; i < clink.length; i++) {
      const t = i / musicHz
      const ring = Math.sin(2 * Math.PI * hz * t) + 0.6 * Math.sin(2 * Math.PI * hz * 2.32 * t)
      clink[i] = ring * Math.exp(-38 * t)
    }
    add(sound, clink, at, 0.025, random() * 0.6)
  }
}
