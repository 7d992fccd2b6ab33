import type { Milliseconds } from '#lib/time/duration.ts'
import { type HeardPart, heardParts, type StoryContent } from './document.ts'
import { countSaid } from './speech.ts'

/** A block of a text as it is read from a screen. `readMs` is how long it takes to say, not rounded. */
export type PromptPart = HeardPart & { words: number; readMs: Milliseconds }

/** How fast each voice of a text reads, in words a minute; '' is whoever is not named. */
export type PaceOf = (by: string) => number

/** A text for a prompter: what is said, each block at its reader's pace, and where sounds play. No notes off air. */
export function promptParts(content: StoryContent, paceOf: PaceOf): PromptPart[] {
  return heardParts(content).map((part) => timedPart(part, paceOf(part.by)))
}

/** One block at a pace of `wpm` words a minute. A sound takes no reading. */
export function timedPart(part: HeardPart, wpm: number): PromptPart {
  const words = part.kind === 'soundCue' ? 0 : countSaid(part.text)
  return { ...part, words, readMs: (words * 60_000) / wpm }
}
