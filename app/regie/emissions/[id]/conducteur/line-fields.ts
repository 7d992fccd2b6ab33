import type { GoesTo, ItemKind } from '#lib/db/schema.ts'
import { bareLine, type Fields } from '#lib/rundown/patch.ts'
import { formatDuration, parseDuration } from '#lib/time/duration.ts'
import { notADuration } from './cell-text.ts'

/** What a form gives: the value of a field, null when it is not in it. */
export type FormValues = { get: (name: string) => unknown; has: (name: string) => boolean }
/** What the form says, or what is wrong with it by the names of its fields. */
export type Read = { fields: Partial<Fields> & { kind: ItemKind } } | { errors: Record<string, string> }

const notATime = 'Écrivez une heure, par exemple 18:30 ou 18:30:15.'
const times = ['fixedStart', 'fixedEnd', 'hitTime'] as const

/**
 * Reads the form of a line: all of a new one, of `line` only what is other than it was. An empty length lets the
 * sound or the text bring its own; one that was not touched keeps its milliseconds, which the form does not show.
 */
export function readLineForm(form: FormValues, line: Fields | null, own: readonly string[]): Read {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const chosen = (name: string) => text(name) || null
  const plannedMs = text('planned') === '' ? 0 : parseDuration(text('planned'))
  const wallTimes = times.map((name) => [name, wallTime(text(name))] as const)
  const errors = {
    ...(plannedMs === null ? { planned: notADuration } : {}),
    ...Object.fromEntries(wallTimes.flatMap(([name, time]) => (time === false ? [[name, notATime]] : []))),
  }
  if (Object.keys(errors).length > 0) return { errors }
  const isUntouched = line !== null && formatDuration(plannedMs ?? 0) === formatDuration(line.plannedMs)
  const said: Fields = {
    // The choices are ours, and the server checks them again.
    kind: text('kind') as ItemKind,
    title: text('title'),
    who: text('who'),
    notes: text('notes'),
    plannedMs: isUntouched ? line.plannedMs : (plannedMs ?? 0),
    storyId: chosen('storyId'),
    clipId: chosen('clipId'),
    goesTo: text('goesTo') as GoesTo,
    bedId: chosen('bedId'),
    joinMs: Number(text('joinMs')),
    ...(Object.fromEntries(wallTimes) as Record<(typeof times)[number], string | null>),
    isSkipped: form.has('isSkipped'),
    countToEnd: form.has('countToEnd'),
    extra: extraOf(text, line, own),
  }
  return { fields: { ...changed(said, line ?? { kind: said.kind, ...bareLine }), kind: said.kind } }
}

function changed(said: Fields, before: Fields): Partial<Fields> {
  const isOther = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[name as keyof Fields])
  return Object.fromEntries(Object.entries(said).filter(isOther))
}

/** The show's own columns are `extra.0`, `extra.1` … in the form. */
function extraOf(text: (name: string) => string, line: Fields | null, own: readonly string[]) {
  const typed = own.map((name, index) => [name, text(`extra.${index}`)] as const)
  const kept = Object.entries(line?.extra ?? {}).filter(([name]) => !own.includes(name))
  return Object.fromEntries([...kept, ...typed.filter(([, value]) => value !== '')])
}

/** `18:30` and `18:30:15` with their seconds; null for nothing, false for what is no time. */
function wallTime(typed: string): string | null | false {
  if (typed === '') return null
  const [matched, hour = '', minute, second = '00'] =
    /^([01]?\d|2[0-3])[:hH]([0-5]\d)(?::([0-5]\d))?$/.exec(typed) ?? []
  return matched === undefined ? false : `${hour.padStart(2, '0')}:${minute}:${second}`
}
