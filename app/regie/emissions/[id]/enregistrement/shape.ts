const steps = 35

/** One column of the drawn sound lasts this long, milliseconds, unless the sound lasts more than an hour. */
export const columnMs = 100
/** More columns than this are too heavy for a telephone: beyond, each lasts longer. */
export const mostColumns = 36_000

/** Heights 0–1 as a text of one character each: a fifth of what a list of numbers weighs. */
export function packShape(peaks: readonly number[]): string {
  return peaks.map((peak) => Math.round(peak * steps).toString(36)).join('')
}

export function unpackShape(packed: string): number[] {
  return Array.from(packed, (letter) => Number.parseInt(letter, 36) / steps)
}
