declare const unit: unique symbol

/** An elapsed time in whole milliseconds. Never a time of day. */
export type Milliseconds = number & { readonly [unit]?: 'ms' }

/** A moment, in milliseconds since 1970-01-01T00:00Z. It becomes a time of day only where it is shown. */
export type Instant = number & { readonly [unit]?: 'instant' }

export const seconds = (count: number): Milliseconds => Math.round(count * 1000)
export const minutes = (count: number): Milliseconds => seconds(count * 60)
export const hours = (count: number): Milliseconds => minutes(count * 60)

const HOUR = 'h|hrs?|heures?'
const MINUTE = "m|mn|min|minutes?|'"
const SECOND = 's|secs?|secondes?|"'
const colons = /^(?:(\d{1,2}) *: *)?(\d{1,4}) *: *(\d{2})$/
const decimal = new RegExp(`^(\\d{1,5}[.,]\\d{1,6}) *(${HOUR}|${MINUTE}|${SECOND})?$`)
const units = new RegExp(
  `^(?:(\\d{1,2}) *(?:${HOUR}) *)?(?:(\\d{1,4}) *(?:${MINUTE}) *)?(?:(\\d{1,5}) *(?:${SECOND})?)?$`,
)

/**
 * What a person typed as a length: `5:30`, `5'30`, `5m30`, `5 min 30 s`, `1h05`, `1:05:00`, `45"`.
 * A bare whole number is seconds (`90`), a bare decimal minutes (`5,5`).
 * Null when it is anything else, ambiguous (`5:3`, `5:75`) or longer than 24 hours.
 */
export function parseDuration(text: string): Milliseconds | null {
  const typed = plainCharacters(text)
  const duration = parseColons(typed) ?? parseDecimal(typed) ?? parseUnits(typed)
  return duration !== null && duration <= hours(24) ? duration : null
}

/** Phones type full-width digits, no-break spaces and four sorts of apostrophe for the same thing. */
function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘′´`]/g, "'")
    .replace(/''|[”“″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

function parseColons(typed: string): Milliseconds | null {
  const [matched, hour, minute, second] = colons.exec(typed) ?? []
  return matched === undefined ? null : addUp(hour, minute, second)
}

function parseDecimal(typed: string): Milliseconds | null {
  const [, number, name = 'min'] = decimal.exec(typed) ?? []
  if (number === undefined) return null
  const count = Number(number.replace(',', '.'))
  if (name.startsWith('h')) return hours(count)
  return name.startsWith('s') || name === '"' ? seconds(count) : minutes(count)
}

function parseUnits(typed: string): Milliseconds | null {
  const [matched, hour, minute, last] = units.exec(typed) ?? []
  if (!matched) return null
  const lastIsMinutes = hour !== undefined && minute === undefined && /\d$/.test(typed)
  return lastIsMinutes ? addUp(hour, last, undefined) : addUp(hour, minute, last)
}

/** Only the leading part may pass 59: `90:00` is an hour and a half, `5:75` a slip of the finger. */
function addUp(hour?: string, minute?: string, second?: string): Milliseconds | null {
  if (hour !== undefined && Number(minute ?? 0) > 59) return null
  if ((hour ?? minute) !== undefined && Number(second ?? 0) > 59) return null
  return hours(Number(hour ?? 0)) + minutes(Number(minute ?? 0)) + seconds(Number(second ?? 0))
}

/** `5:30`, from an hour on `1:05:00`; to the nearest second, with a true minus sign below zero. */
export function formatDuration(duration: Milliseconds): string {
  const total = Math.round(Math.abs(duration) / 1000)
  const hour = Math.floor(total / 3600)
  const minute = Math.floor(total / 60) % 60
  const second = twoDigits(total % 60)
  const text = hour > 0 ? `${hour}:${twoDigits(minute)}:${second}` : `${minute}:${second}`
  return duration < 0 && total > 0 ? `−${text}` : text
}

const twoDigits = (count: number) => `${count}`.padStart(2, '0')

/** An over or under: `+0:40` is too long, `−1:20` leaves room, `0:00` is exact. */
export function formatSigned(duration: Milliseconds): string {
  const text = formatDuration(duration)
  return duration > 0 && text !== '0:00' ? `+${text}` : text
}

/**
 * A length as one says it, "environ 1 minute 10": rounded to 5 seconds, never down to nothing.
 * The words are the app's.
 */
export function spokenDuration(duration: Milliseconds): { hours: number; minutes: number; seconds: number } {
  const rounded = duration > 0 ? Math.max(5, Math.round(duration / 5000) * 5) : 0
  return {
    hours: Math.floor(rounded / 3600),
    minutes: Math.floor(rounded / 60) % 60,
    seconds: rounded % 60,
  }
}

/** Whole seconds of a countdown, rounded up: it shows 0 only once the time is over. */
export function countdownSeconds(remaining: Milliseconds): number {
  // Adding 0 turns the −0 of the first second of overtime into 0.
  return Math.ceil(remaining / 1000) + 0
}

/** Whole seconds of a count-up, rounded down: it shows 1 only once a second has passed. */
export function elapsedSeconds(elapsed: Milliseconds): number {
  return Math.floor(elapsed / 1000)
}
