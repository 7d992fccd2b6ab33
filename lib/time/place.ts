import { formatDuration, type Milliseconds, parseDuration } from './duration.ts'

const typed = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/

/** A place in a sound, to the hundredth of a second, as one cuts: `0:05,30`, `1:05:00,00`. */
export function formatPlace(at: Milliseconds): string {
  const hundredths = Math.max(0, Math.floor(at / 10))
  return `${wholeSeconds(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`
}

/** The same to the nearest tenth, as one reads it: `12:34,5`, from an hour on `1:02:03,0`. */
export function formatPlaceToTenth(at: Milliseconds): string {
  const tenths = Math.round(at / 100)
  return `${wholeSeconds(tenths / 10)},${tenths % 10}`
}

const wholeSeconds = (count: number) => formatDuration(Math.floor(count) * 1000)

/**
 * What a person typed as a place in a sound: `1:05,3`, `65.3`, `65`, or a length in words (`5 min 30`). Null when it
 * is none. A bare number is seconds, with or without a fraction.
 */
export function parsePlace(text: string): Milliseconds | null {
  const [matched, hours, minutes, seconds = '0', part = ''] =
    typed.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  if (matched === undefined) return parseDuration(text)
  // One digit after a colon is a slip of the finger: 5:3 may be 5:03 or 5:30.
  if (minutes !== undefined && (seconds.length !== 2 || Number(seconds) > 59)) return null
  if (hours !== undefined && Number(minutes) > 59) return null
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)
  return whole * 1000 + Number(part.padEnd(3, '0'))
}
