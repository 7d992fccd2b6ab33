import type { Edit } from './edit.ts'
import { bareLine, type Line, movedBehind, placed } from './patch.ts'

/**
 * The lines as an edit will most likely leave them, for the screen that does not wait. What only the server can know
 * (new ids, a length that comes from a sound, what undo takes back) is left as it is.
 */
export function foreseen(lines: readonly Line[], edit: Edit): readonly Line[] {
  if (edit.do === 'set') {
    const { id, fields } = edit
    return lines.map((line) => (line.id === id ? { ...line, ...fields } : line))
  }
  if (edit.do === 'move') return movedBehind(lines, new Set(edit.lines.map(({ id }) => id)), edit.after)
  if (edit.do === 'add') return withAdded(lines, edit)
  if (edit.do === 'bin') return lines.filter(({ id }) => !edit.ids.includes(id))
  return lines
}

/** An edit whose outcome only the server knows: a screen can only say that it is under way. */
export type Unforeseen = Exclude<Edit['do'], 'set' | 'move' | 'add' | 'bin'>

/** The first of these edits that nothing shows yet; null when all are shown already. */
export function firstUnforeseen(edits: readonly Edit[]): Unforeseen | null {
  for (const edit of edits)
    if (edit.do !== 'set' && edit.do !== 'move' && edit.do !== 'add' && edit.do !== 'bin') return edit.do
  return null
}

/** New lines that bring their ids stand at their place at once. */
function withAdded(lines: readonly Line[], { lines: added, after }: Extract<Edit, { do: 'add' }>) {
  const at = after === undefined ? (lines.at(-1)?.id ?? null) : after
  const fresh = added.flatMap(({ id, ...fields }): Line[] =>
    id && !lines.some((line) => line.id === id) ? [{ ...bareLine, ...fields, id, version: 0 }] : [],
  )
  return fresh.reduceRight<Line[]>((list, line) => placed(list, line, at), [...lines])
}

/** The edit as it should be asked now that the lines have other versions; null when a line of it has gone. */
export function reseen(edit: Edit, lines: readonly Line[]): Edit | null {
  const versionOf = (id: string) => lines.find((line) => line.id === id)?.version
  if (edit.do === 'set') {
    const version = versionOf(edit.id)
    return version === undefined ? null : { ...edit, version }
  }
  if (edit.do !== 'move') return edit
  const seen = edit.lines.flatMap(({ id }) => {
    const version = versionOf(id)
    return version === undefined ? [] : [{ id, version }]
  })
  return seen.length === 0 ? null : { ...edit, lines: seen }
}

/** The fields that both set, to different values: what a person must choose between. */
export function clashing(edit: Edit, before: Line, now: Line): (keyof Line)[] {
  if (edit.do !== 'set') return []
  const wanted: Partial<Line> = edit.fields
  return (Object.keys(wanted) as (keyof Line)[]).filter(
    (name) => isOther(before[name], now[name]) && isOther(wanted[name], now[name]),
  )
}

const isOther = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
