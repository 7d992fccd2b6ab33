import { addDays, type LocalDate, seasonOf } from '#lib/time/airtime.ts'

/** A calendar month `2026-11`, or a radio season `2026-2027`. Nothing in between, so that periods tell nothing by difference. */
export type Period = string
/** What a period is cut into: a month into days `2026-11-05`, a season into months. */
export type Step = string

const month = /^\d{4}-(0[1-9]|1[0-2])$/
const season = /^(\d{4})-(\d{4})$/

export const isMonth = (period: Period) => month.test(period)

/** The period that an address names; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const [, first, last] = season.exec(text) ?? []
  return isMonth(text) || (first && Number(last) === Number(first) + 1) ? text : null
}

/** Its first and last day. A season prepares in August and ends in July. */
export function daysOf(period: Period): { from: LocalDate; to: LocalDate } {
  if (isMonth(period)) return { from: `${period}-01`, to: addDays(`${nextMonth(period)}-01`, -1) }
  const [first = '', last = ''] = period.split('-')
  return { from: `${first}-08-01`, to: `${last}-07-31` }
}

/** The days or months of a period up to `today`. */
export function stepsOf(period: Period, today: LocalDate): Step[] {
  const { from, to } = daysOf(period)
  const end = to < today ? to : today
  const steps: Step[] = []
  if (isMonth(period)) for (let day = from; day <= end; day = addDays(day, 1)) steps.push(day)
  else for (let at = from.slice(0, 7); at <= end.slice(0, 7); at = nextMonth(at)) steps.push(at)
  return steps
}

/** What may be looked at, from the first day of a count to today: seasons, then months, the newest of each first. */
export function periodsBetween(first: LocalDate, today: LocalDate): Period[] {
  const months: Period[] = []
  for (let at = first.slice(0, 7); at <= today.slice(0, 7); at = nextMonth(at)) months.unshift(at)
  const seasons = new Set(months.map((one) => seasonOf(`${one}-01`)))
  return [...seasons, ...months]
}

/** The period that is shown when none was asked for: the season of a day. */
export const usualPeriod = (today: LocalDate): Period => seasonOf(today)

const nextMonth = (at: string) => addDays(`${at}-01`, 31).slice(0, 7)
