import type { ItemKind } from '#lib/db/schema.ts'
import { type PromptPart, timedPart } from '#lib/story/prompt.ts'
import { readingWpm } from '#lib/time/reading.ts'
import type { Line } from './patch.ts'

/** The texts of a rundown by their stories' ids. */
export type RundownTexts = Record<string, { parts: readonly PromptPart[] }>
/** A line as it is read from a screen; `isRecorded` when its sound says the rest. */
export type PromptSection = {
  id: string
  kind: ItemKind
  title: string
  who: string
  isRecorded: boolean
  parts: PromptPart[]
}

/** Lines that play a sound by themselves: what is said in it is in it already. */
const played: ReadonlySet<ItemKind> = new Set(['clip', 'insert', 'music', 'theme', 'ident', 'sting'])
const around: ReadonlySet<PromptPart['kind']> = new Set(['leadIn', 'leadOut'])

/**
 * A whole show for a prompter, in the rundown's order. A line that plays its sound keeps what is said live around it,
 * its lead-in and its closing, with the sound between them; any other line its whole text. A line without a story has
 * what its notes say after "À lire :", else nothing. Skipped lines are left out, unless one is on air.
 */
export function promptSections(
  lines: readonly Line[],
  texts: RundownTexts,
  onAirId: string | null = null,
): PromptSection[] {
  return lines
    .filter(({ id, isSkipped }) => !isSkipped || id === onAirId)
    .map((line) => {
      const { id, kind, title, who } = line
      const isRecorded = line.clipId !== null && played.has(kind)
      return { id, kind, title, who, isRecorded, parts: partsOf(line, texts, isRecorded) }
    })
}

function partsOf({ storyId, notes }: Line, texts: RundownTexts, isRecorded: boolean): PromptPart[] {
  if (storyId === null) {
    const read = readAloud(notes).map((text) => timedPart(paragraph(text), readingWpm.default))
    return isRecorded ? [theSound, ...read] : read
  }
  const parts = texts[storyId]?.parts ?? []
  if (!isRecorded) return [...parts]
  const of = (wanted: PromptPart['kind']) => parts.filter(({ kind }) => kind === wanted)
  return [...of('leadIn'), theSound, ...of('leadOut')]
}

const theSound = timedPart({ kind: 'soundCue', by: '', text: '' }, readingWpm.default)
const paragraph = (text: string) => ({ kind: 'paragraph' as const, by: '', text })

/** The paragraphs of a line's notes that are to be read: all that follows "À lire :". The rest is for the studio. */
export function readAloud(notes: string): string[] {
  const [, read = ''] = /(?:^|\n)[ \t]*[ÀA] lire[ \u00a0\u202f]*:([\s\S]*)/iu.exec(notes) ?? []
  return read
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

/** What a presenter needs of a line: its lead-in, its questions and its closing; all of a text that has none. */
export function presenterParts(parts: readonly PromptPart[]): readonly PromptPart[] {
  const own = parts.filter(({ kind }) => around.has(kind) || kind === 'question')
  return own.length > 0 ? own : parts
}

/** The first words of a text, at most `most` of them, with "…" when there are more. */
export function firstWords(parts: readonly PromptPart[], most = 24): string {
  const words = parts
    .filter(({ kind }) => kind !== 'soundCue')
    .flatMap(({ text }) => text.split(/\s+/))
    .filter((word) => word !== '')
  return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ')
}
