import { hours, type Instant, minutes, seconds } from './duration.ts'

/** A calendar day in the show's zone, `2026-11-27`. */
export type LocalDate = string
/** A wall time in the show's zone, `18:00` (`18:00:30` is understood too). */
export type LocalTime = string
/** The weekly hour agreed with the station: ISO weekday, 1 = Monday to 7 = Sunday. */
export type Slot = { weekday: number; time: LocalTime }

/** What calendar and clock of a zone show. */
type WallTime = { date: LocalDate; time: LocalTime; zone: string }

const DAY = hours(24)

/**
 * The instant at which a clock in `zone` shows `date` and `time`. In the spring night that skips the hour
 * it is as much later as the clock jumps (02:30 → 03:30); in the autumn one that has it twice, the first.
 */
export function instantOf(shown: WallTime): Instant {
  const wall = wallClock(shown.date, shown.time)
  return instantsOf(shown)[0] ?? wall - offsetOf(wall - DAY, shown.zone)
}

/** Every instant at which it shows them, the earlier one first: none in the hour that spring skips, two in that of autumn. */
export function instantsOf({ date, time, zone }: WallTime): Instant[] {
  const wall = wallClock(date, time)
  const candidates = new Set([wall - offsetOf(wall - DAY, zone), wall - offsetOf(wall + DAY, zone)])
  return [...candidates]
    .filter((instant) => instant + offsetOf(instant, zone) === wall)
    .sort((earlier, later) => earlier - later)
}

/** What calendar and clock in `zone` show at `instant`. */
export function localParts(instant: Instant, zone: string) {
  const shown = new Date(Math.floor(instant) + offsetOf(instant, zone)).toISOString()
  const date: LocalDate = shown.slice(0, 10)
  const time: LocalTime = shown.slice(11, 16)
  return { date, time, second: Number(shown.slice(17, 19)), weekday: weekdayOf(date) }
}

/** The first time the slot comes round after `after`, not at it. */
export function nextSlot(slot: Slot, after: Instant, zone: string): Instant {
  const today = localParts(after, zone)
  const date = addDays(today.date, (slot.weekday - today.weekday + 7) % 7)
  const thisWeek = instantOf({ date, time: slot.time, zone })
  return thisWeek > after ? thisWeek : instantOf({ date: addDays(date, 7), time: slot.time, zone })
}

/**
 * The slot `weeks` weeks after the one aired at `airing` (before it when negative). The wall time is the
 * slot's own, so an airing that daylight saving pushed to 03:30 is followed by one at 02:30.
 */
export function slotWeeksAfter(slot: Slot, airing: Instant, weeks: number, zone: string): Instant {
  const { date } = localParts(airing, zone)
  return instantOf({ date: addDays(date, weeks * 7), time: slot.time, zone })
}

/** The calendar day `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(midnight(date) + days * DAY).toISOString().slice(0, 10)
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(midnight(date)).getUTCDay() || 7
}

/** The radio season of a day, `2026-2027`: September to July. August already prepares the next one. */
export function seasonOf(date: LocalDate): string {
  const day = new Date(midnight(date))
  const firstYear = day.getUTCFullYear() - (day.getUTCMonth() < 7 ? 1 : 0)
  return `${firstYear}-${firstYear + 1}`
}

/** Reads the calendar and the clock as if they were UTC; `instantOf` then takes the zone's offset away. */
function wallClock(date: LocalDate, time: LocalTime): number {
  const [, hour, minute, second = '0'] = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time) ?? []
  if (hour === undefined) throw new RangeError(`Not a wall time: ${time}`)
  return midnight(date) + hours(Number(hour)) + minutes(Number(minute)) + seconds(Number(second))
}

function midnight(date: LocalDate): number {
  const instant = Date.parse(`${date}T00:00Z`)
  // Date.parse rolls 30 February over into March instead of refusing it.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(date)) {
    throw new RangeError(`Not a calendar day: ${date}`)
  }
  return instant
}

// Building a formatter costs some hundred times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** How far the clocks of `zone` are ahead of UTC at `instant`, in milliseconds. */
function offsetOf(instant: Instant, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  const shown = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole
}
