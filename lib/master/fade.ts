import { type MeasuredCut, subBlockMs } from '#lib/sound/loudness.ts'

/** Shorter fades than this are only there against clicks, and weigh nothing in loudness, ms. */
const audibleMs = 20

/**
 * A measured cut with its fades applied, as cuts of at most 100 ms where it fades: straight ones, from and to
 * nothing. A straight fade from factor a to factor b keeps (a² + ab + b²) / 3 of the energy.
 */
export function fadedCuts(cut: MeasuredCut, fadeInMs: number, fadeOutMs: number): MeasuredCut[] {
  const lengthMs = cut.endMs - cut.startMs
  const inMs = fadeInMs >= audibleMs ? Math.min(fadeInMs, lengthMs) : 0
  const outMs = fadeOutMs >= audibleMs ? Math.min(fadeOutMs, lengthMs) : 0
  const gainAt = (ms: number) =>
    Math.min(1, inMs > 0 ? ms / inMs : 1, outMs > 0 ? (lengthMs - ms) / outMs : 1)
  const cuts: MeasuredCut[] = []
  for (let at = 0; at < lengthMs; ) {
    const isFading = at < inMs || at >= lengthMs - outMs
    const steadyEnd = Math.max(at + 1, lengthMs - outMs)
    const until = isFading ? Math.min(lengthMs, at + subBlockMs, at < inMs ? inMs : lengthMs) : steadyEnd
    const [a, b] = [gainAt(at), gainAt(until)]
    const energy = (a * a + a * b + b * b) / 3
    const gainDb = cut.gainDb + (energy > 0 ? 10 * Math.log10(energy) : -200)
    cuts.push({ ...cut, startMs: cut.startMs + at, endMs: cut.startMs + until, gainDb })
    at = until
  }
  return cuts
}
