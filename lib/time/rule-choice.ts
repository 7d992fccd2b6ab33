import type { LocalDate } from './airtime.ts'
import type { Rule } from './recurrence.ts'

/**
 * A rule as one chooses it. `days` and `day` are ISO weekdays, 1 = Monday; `every` counts weeks, from that of `since`;
 * `nth` −1 is the last of the month. `kept`: one that cannot be chosen here, and stays as it is.
 */
export type RuleChoice =
  | { kind: 'slot' }
  | { kind: 'weekly'; days: readonly number[]; every: number; since: LocalDate | null }
  | { kind: 'monthly'; nth: number; day: number }
  | { kind: 'kept'; rule: Rule }

const codes: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
export const mostWeeks = 4

/** The rule that a choice makes; null = the show's weekly slot. */
export function ruleOf(choice: RuleChoice): Rule | null {
  if (choice.kind === 'slot') return null
  if (choice.kind === 'kept') return choice.rule
  if (choice.kind === 'monthly') return `FREQ=MONTHLY;BYDAY=${choice.nth}${codeOf(choice.day)}`
  const days = choice.days.toSorted((a, b) => a - b).map(codeOf)
  if (choice.every === 1) return `FREQ=WEEKLY;BYDAY=${days}`
  const start = choice.since ? `DTSTART:${choice.since.replaceAll('-', '')}\nRRULE:` : ''
  return `${start}FREQ=WEEKLY;INTERVAL=${choice.every};BYDAY=${days}`
}

/** What was chosen for a rule that stands in a template. */
export function choiceOf(rule: Rule | null): RuleChoice {
  if (rule === null) return { kind: 'slot' }
  const [, start, text = ''] = /^(?:DTSTART(?:;VALUE=DATE)?:(\d{8})\nRRULE:)?([^\n]*)$/.exec(rule) ?? []
  const since = start ? `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6)}` : null
  const said = new Map(text.split(';').map((part) => part.split('=') as [string, string]))
  // Weeks begin on Monday unless somebody says otherwise.
  if (said.get('WKST') === 'MO') said.delete('WKST')
  return weeklyChoice(said, since) ?? monthlyChoice(said, since) ?? { kind: 'kept', rule }
}

function weeklyChoice(said: Map<string, string>, since: LocalDate | null): RuleChoice | null {
  const every = Number(said.get('INTERVAL') ?? 1)
  const days = (said.get('BYDAY') ?? '').split(',').map(dayOf)
  const isOurs = said.get('FREQ') === 'WEEKLY' && onlyHas(said, ['FREQ', 'BYDAY', 'INTERVAL'])
  if (!isOurs || every > mostWeeks || days.includes(0)) return null
  return { kind: 'weekly', days, every, since: every === 1 ? null : since }
}

function monthlyChoice(said: Map<string, string>, since: LocalDate | null): RuleChoice | null {
  const [, nth, code = ''] = /^\+?(-1|[1-4])([A-Z]{2})$/.exec(said.get('BYDAY') ?? '') ?? []
  const day = dayOf(code)
  const isOurs = said.get('FREQ') === 'MONTHLY' && onlyHas(said, ['FREQ', 'BYDAY'])
  return isOurs && day > 0 && since === null ? { kind: 'monthly', nth: Number(nth), day } : null
}

const onlyHas = (said: Map<string, string>, names: readonly string[]) =>
  [...said.keys()].every((name) => names.includes(name))
const codeOf = (day: number) => codes[day - 1] ?? 'MO'
/** 0 when it is no plain weekday. */
const dayOf = (code: string) => codes.indexOf(code) + 1
