import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { Refusal } from '#lib/machine/refusal.ts'
import { addDays, type LocalDate } from './airtime.ts'

/** A rule of RFC 5545 that gives days, `FREQ=WEEKLY;BYDAY=FR`; before it, if it counts from a day, `DTSTART:20260904`. */
export type Rule = string

/** From where a rule without a start of its own counts its weeks, months and years: a Monday that is long past. */
const ANCHOR: LocalDate = '2024-01-01'
const LONGEST = 300
const FOUR_YEARS = 4 * 366

/** What a rule that gives days may say, and how. The hour is the template's; a rule never brings one. */
const parts: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?[1-9]\d?(,-?[1-9]\d?)*$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYYEARDAY: /^-?[1-9]\d{0,2}(,-?[1-9]\d{0,2})*$/,
  BYWEEKNO: /^-?[1-9]\d?(,-?[1-9]\d?)*$/,
  BYSETPOS: /^-?[1-9]\d{0,2}(,-?[1-9]\d{0,2})*$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
}

/**
 * The days from `from` to `to`, both counted, on which the rule comes round. Days only: what `instantOf` makes of a
 * day and a wall time keeps 02:30 at 02:30, also after the night that skips it.
 */
export function occurrences(rule: Rule, from: LocalDate, to: LocalDate): LocalDate[] {
  const { start, text } = readRule(rule)
  if (to < from) return []
  try {
    const made = new RRuleTemporal({ rruleString: `RRULE:${text}`, dtstart: midnight(start ?? ANCHOR) })
    const days = made.between(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`), true)
    return days.map((day) => day.toString().slice(0, 10))
  } catch (cause) {
    throw new Refusal('rule.unreadable', { rule }, { cause })
  }
}

/** The rule as it is kept: without spaces, in capitals. Refuses `rule.unreadable`. */
export function checkedRule(typed: string): Rule {
  const { start, text } = readRule(typed)
  const rule = start ? `DTSTART:${start.replaceAll('-', '')}\nRRULE:${text}` : text
  const first = start ?? ANCHOR
  // Four years hold a 29 February: a rule that the library cannot follow throws here, not in the night.
  occurrences(rule, first, addDays(first, FOUR_YEARS))
  return rule
}

/** Whether days can be made of it. */
export function isRule(text: string): boolean {
  try {
    checkedRule(text)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function readRule(rule: string): { start: LocalDate | null; text: string } {
  const unreadable = new Refusal('rule.unreadable', { rule: rule.slice(0, LONGEST) })
  if (rule.length > LONGEST) throw unreadable
  const typed = rule.trim().toUpperCase()
  const [, day, text = ''] =
    /^(?:DTSTART(?:;VALUE=DATE)?:(\d{8})\s*\n\s*)?(?:RRULE:)?([A-Z0-9=;,+-]+);?$/.exec(typed) ?? []
  const said = text.split(';').map((part) => part.split('='))
  const names = said.map(([name = '']) => name)
  const isKnown = said.every(
    ([name = '', value = '', more]) => more === undefined && parts[name]?.test(value),
  )
  const start = day ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : null
  const isCounted = names.includes('COUNT') && start === null
  if (!isKnown || !names.includes('FREQ') || new Set(names).size < names.length || isCounted) throw unreadable
  if (start !== null && !isDay(start)) throw unreadable
  return { start, text }
}

/** A day of our times: counting weeks from the year 1 takes for ever. */
const isDay = (date: LocalDate) =>
  date >= '1950-01-01' &&
  date < '2200-01-01' &&
  !Number.isNaN(Date.parse(`${date}T00:00Z`)) &&
  new Date(`${date}T00:00Z`).toISOString().startsWith(date)

/** Days are counted in UTC, where no night is longer or shorter than another. */
const midnight = (date: LocalDate) => Temporal.ZonedDateTime.from(`${date}T00:00:00+00:00[UTC]`)
