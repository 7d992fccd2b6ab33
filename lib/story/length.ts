import type { Milliseconds } from '#lib/time/duration.ts'
import { readingTime, readingWpm } from '#lib/time/reading.ts'
import type { Block, ListItem, StoryContent } from './document.ts'
import { cueLength, type SoundCue } from './sound-cue.ts'
import { spokenWords } from './speech.ts'

/** How long a text lasts on air: its words as they are said, and the sounds that play between them. */
export type StoryLength = { words: number; soundMs: Milliseconds; totalMs: Milliseconds }

/** Length of a whole sound; null when it is not known. */
export type LengthOfSound = (clipId: string) => Milliseconds | null

/** A text's length at `wpm` words a minute. A sound whose length nobody knows yet counts for nothing. */
export function storyLength(
  content: StoryContent,
  wpm: number = readingWpm.default,
  lengthOf: LengthOfSound = () => null,
): StoryLength {
  const words = spokenWords(content)
  const soundMs = content.content
    .flatMap(cuesOf)
    .reduce((sum, cue) => sum + (cueLength(cue, cue.clipId === null ? null : lengthOf(cue.clipId)) ?? 0), 0)
  return { words, soundMs, totalMs: readingTime(words, wpm) + soundMs }
}

function cuesOf(block: Block | ListItem): SoundCue[] {
  if (block.type === 'soundCue') return [block.attrs]
  const holds = block.type === 'blockquote' || block.type === 'listItem'
  if (holds || block.type === 'bulletList' || block.type === 'orderedList')
    return block.content.flatMap(cuesOf)
  return []
}

/** How a length stands to the time that is kept for it; `byMs` is how far it is off. */
export type Fit = { kind: 'right' | 'long' | 'short'; byMs: Milliseconds }

/**
 * Too long, right or short. Right is within a tenth of the slot, but never less than 5 nor more than 20 seconds off: a
 * reading time is an estimate, and half a minute is seen in any show.
 */
export function fitOf(totalMs: Milliseconds, slotMs: Milliseconds): Fit {
  const overMs = totalMs - slotMs
  const tolerance = Math.min(20_000, Math.max(5000, slotMs / 10))
  if (Math.abs(overMs) <= tolerance) return { kind: 'right', byMs: Math.abs(overMs) }
  return { kind: overMs > 0 ? 'long' : 'short', byMs: Math.abs(overMs) }
}
