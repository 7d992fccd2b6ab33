import type { ImagingKind, ItemKind, StoryState } from '#lib/db/schema.ts'
import type { NewLine } from '#lib/rundown/rundown.server.ts'
import { formatDuration, type Milliseconds } from '#lib/time/duration.ts'
import { kindWords } from './kind-words.tsx'

export type StoryChoice = {
  id: string
  title: string
  author: string
  state: StoryState
  readingMs: Milliseconds
}
export type ClipChoice = {
  id: string
  title: string
  durationMs: Milliseconds | null
  imaging: ImagingKind | null
  isMusic: boolean
}
/** The stories and sounds that a line may be joined to. */
export type Choices = {
  stories: readonly StoryChoice[]
  clips: readonly ClipChoice[]
  beds: readonly { id: string; title: string }[]
}
/** A line that can be taken over: how it is shown, and what it would be. */
export type Offer = { id: string; title: string; detail: string; line: NewLine }

const readiness: readonly StoryState[] = ['recorded', 'ready', 'toReview', 'draft', 'idea']

/** Stories that lie in no rundown yet, those that are ready first; those on air have had their turn. */
export function storyOffers(
  stories: readonly StoryChoice[],
  placed: ReadonlySet<string>,
  wordsOf: (state: StoryState) => string,
): Offer[] {
  return stories
    .filter(({ id, state }) => state !== 'aired' && !placed.has(id))
    .toSorted((a, b) => readiness.indexOf(a.state) - readiness.indexOf(b.state))
    .map(({ id, title, author, state, readingMs }) => ({
      id,
      title,
      detail: [wordsOf(state), author, readingMs > 0 && formatDuration(readingMs)]
        .filter(Boolean)
        .join(' · '),
      line: { kind: 'voice', title, who: author, storyId: id },
    }))
}

/** The sounds of the library, each as the kind of line that it is. */
export function clipOffers(clips: readonly ClipChoice[]): Offer[] {
  return clips.map(({ id, title, durationMs, imaging, isMusic }) => {
    const kind = kindOfSound(imaging, isMusic)
    const detail = [kindWords[kind].label, durationMs !== null && formatDuration(durationMs)]
    return { id, title, detail: detail.filter(Boolean).join(' · '), line: { kind, title, clipId: id } }
  })
}

function kindOfSound(imaging: ImagingKind | null, isMusic: boolean): ItemKind {
  if (imaging === 'theme' || imaging === 'ident' || imaging === 'sting') return imaging
  return isMusic && imaging === null ? 'music' : 'clip'
}

/** The lines of another rundown, or of a template. */
export function lineOffers(lines: readonly NewLine[]): Offer[] {
  return lines.map((line, index) => ({
    id: String(index),
    title: line.title || 'Sans titre',
    detail: [kindWords[line.kind].label, line.who, line.plannedMs ? formatDuration(line.plannedMs) : '']
      .filter(Boolean)
      .join(' · '),
    line,
  }))
}
