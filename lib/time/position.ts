import { formatDuration, type Milliseconds, parseDuration } from './duration.ts'

/** A place in a sound, to the tenth: `12:34,5`, from an hour on `1:02:03,0`. */
export function formatPosition(at: Milliseconds): string {
  const tenths = Math.round(at / 100)
  return `${formatDuration(Math.floor(tenths / 10) * 1000)},${tenths % 10}`
}

/** A place as people type it: as a duration, with or without a fraction of a second. Null when it is none. */
export function parsePosition(typed: string): Milliseconds | null {
  const [, whole = '', fraction = ''] = /^(.*:\s*\d{2})[.,](\d{1,3})$/.exec(typed.trim()) ?? []
  if (fraction === '') return parseDuration(typed)
  const seconds = parseDuration(whole)
  return seconds === null ? null : seconds + Number(fraction.padEnd(3, '0'))
}
