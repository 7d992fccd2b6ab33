import type { NoteOutcome } from '#lib/db/schema.ts'
import type { Anchor } from './anchor.ts'
import type { Place } from './lines.ts'

/** What notes may hold at most: characters, and how many of them. */
export const noteLimits = { body: 2000, quote: 2000, proposed: 4000, open: 300, answers: 100 }

/** Who said something, in the colour that they have everywhere. */
export type Speaker = { id: string; name: string; colour: string }

/** A note beside a text, as its page shows it. */
export type StoryNote = Anchor & {
  id: string
  kind: 'comment' | 'suggestion'
  by: Speaker
  at: Date
  /** The words as they stood when it was written; '' = the text as a whole. */
  quote: string
  /** Other words for them, '' to leave them out; null for a remark. */
  proposed: string | null
  body: string
  /** Where the words were when the page was made; null when they are gone, or for the text as a whole. */
  place: Place | null
  /** The words as they stood then. */
  words: string
  answers: { id: string; by: Speaker; at: Date; body: string }[]
  closed: { outcome: NoteOutcome; by: string | null; at: Date } | null
  /** Whether the person may take and keep, say that it is settled, withdraw. */
  mayTake: boolean
  maySettle: boolean
  mayWithdraw: boolean
}

/** Notes in the order of the text: those about the whole first, those whose words are gone last. */
export function inReadingOrder(notes: readonly StoryNote[]): StoryNote[] {
  const rank = ({ place, quote }: StoryNote) =>
    place ? place.line * 1e6 + place.from : quote === '' ? -1 : 1e12
  return notes.toSorted((one, other) => rank(one) - rank(other) || Number(one.at) - Number(other.at))
}
