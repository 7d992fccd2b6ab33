import type { Line, Step } from './patch.ts'

/** One of a person's changes, as the log has it. `revisits` is set when it took another back, or did it again. */
export type LoggedChange = { version: number; what: string; revisits: number | null }

/** The versions whose changes this person can take back, and do again: the next one last. */
export type UndoStacks = { undo: number[]; redo: number[] }

/** What two rundowns do together is taken back in both or in none: not by one of them alone. */
const together = new Set(['left', 'arrived'])

/** Reads a person's own changes, oldest first. A new change makes what was taken back before it final. */
export function undoStacks(log: readonly LoggedChange[]): UndoStacks {
  return log.reduce<UndoStacks>(
    ({ undo, redo }, { version, what, revisits }) => {
      if (together.has(what)) return { undo, redo }
      if (revisits === null) return { undo: [...undo, version], redo: [] }
      const others = (versions: number[]) => versions.filter((one) => one !== revisits)
      return what === 'undone'
        ? { undo: others(undo), redo: [...redo, revisits] }
        : { undo: [...undo, revisits], redo: others(redo) }
    },
    { undo: [], redo: [] },
  )
}

/**
 * The line that somebody else changed since `made` was done, so that taking it back would overwrite them; null when
 * there is none. Only fields that `made` had set count: a line that was moved elsewhere since can still be renamed back.
 */
export function overwritten(lines: readonly Line[], made: readonly Step[]): Line | null {
  for (const step of made) {
    if (!('set' in step)) continue
    const line = lines.find(({ id }) => id === step.set)
    const isChanged = ([name, value]: [string, unknown]) =>
      line !== undefined && JSON.stringify(line[name as keyof Line]) !== JSON.stringify(value)
    if (line && Object.entries(step.fields).some(isChanged)) return line
  }
  return null
}
