import { instantOf, type LocalDate, type LocalTime, localParts } from '#lib/time/airtime.ts'
import { hours, type Instant, type Milliseconds } from '#lib/time/duration.ts'
import { isRule, occurrences, type Rule } from '#lib/time/recurrence.ts'
import { ruleOf } from '#lib/time/rule-choice.ts'

/** When shows of one kind air, and how long before they are made. */
export type Schedule = {
  templateId: string | null
  name: string
  rule: Rule
  /** The show's weekly slot, not a rule of the template's own. */
  isSlot: boolean
  airTime: LocalTime
  daysAhead: number
}
export type Airing = { airDate: LocalDate; airTime: LocalTime }

type TimedShow = { slotWeekday: number | null; slotTime: LocalTime; targetMs: Milliseconds }
type TimedTemplate = {
  id: string
  name: string
  rule: Rule | null
  airTime: LocalTime | null
  daysAhead: number
}

/** How long ahead shows are made when no template says so, in days. */
export const usualDaysAhead = 10

/**
 * The schedules of a show's templates, in their order: those with a rule, and the weekly slot for the first one, if it
 * has none, or when there is no template at all. A rule that cannot be read stops only its own template.
 */
export function schedulesOf(show: TimedShow, templates: readonly TimedTemplate[]): Schedule[] {
  const own = templates.flatMap(({ id, name, rule, airTime, daysAhead }) =>
    rule !== null && isRule(rule)
      ? [{ templateId: id, name, rule, isSlot: false, airTime: airTime ?? show.slotTime, daysAhead }]
      : [],
  )
  const [first] = templates
  const slot = first && first.rule !== null ? null : slotSchedule(show, first ?? null)
  return slot ? [slot, ...own] : own
}

/** The weekly slot, with the hour and days of `template`; null until somebody says when the show airs. */
export function slotSchedule(show: TimedShow, template: TimedTemplate | null): Schedule | null {
  if (show.slotWeekday === null) return null
  const rule = ruleOf({ kind: 'weekly', days: [show.slotWeekday], every: 1, since: null }) ?? ''
  const airTime = template?.airTime ?? show.slotTime
  const { id = null, name = '', daysAhead = usualDaysAhead } = template ?? {}
  return { templateId: id, name, rule, isSlot: true, airTime, daysAhead }
}

/** The airings of a schedule after `after` and up to `until`. */
export function airingsBetween(schedule: Schedule, after: Instant, until: Instant, zone: string): Airing[] {
  const { rule, airTime } = schedule
  const days = occurrences(rule, localParts(after, zone).date, localParts(until, zone).date)
  return days
    .map((airDate) => ({ airDate, airTime, at: instantOf({ date: airDate, time: airTime, zone }) }))
    .filter(({ at }) => at > after && at <= until)
    .map(({ airDate }) => ({ airDate, airTime }))
}

/** How far one looks for the next show of a rule: past the longest wait, from one 29 February to the next but one. */
const FARTHEST_DAYS = 8 * 366

/** The next `count` airings after `after`; fewer when the rule ends. */
export function nextAirings(schedule: Schedule, after: Instant, count: number, zone: string): Airing[] {
  // Most rules come round within the year: the long look is for those that do not.
  for (const days of [370, FARTHEST_DAYS]) {
    const found = airingsBetween(schedule, after, after + hours(24 * days), zone)
    if (found.length >= count || days === FARTHEST_DAYS) return found.slice(0, count)
  }
  return []
}
