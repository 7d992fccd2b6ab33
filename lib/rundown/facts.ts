import type { ClipState, StoryState } from '#lib/db/schema.ts'
import type { Consented } from '#lib/rights/consent.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

/** What a line's story says of itself. `readingMs` is at its author's own pace. */
export type StoryFacts = {
  title: string
  state: StoryState
  author: string
  words: number
  readingMs: Milliseconds
  /** What those who speak in its text allow; null while nobody is known to. */
  consent: Consented | null
}

/** What a line's sound says of itself. `durationMs` is what its edit keeps of it; null until it is prepared. */
export type ClipFacts = {
  title: string
  state: ClipState
  durationMs: Milliseconds | null
  isCommercial: boolean
  /** What those who are heard in it allow; null while nobody is known to be. */
  consent: Consented | null
}

/** By the ids of stories and sounds; what is in the bin is not there. */
export type LineFacts = { stories: Record<string, StoryFacts>; clips: Record<string, ClipFacts> }
