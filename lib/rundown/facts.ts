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

/** What some stories and sounds say of themselves now; null for one that is in the bin. */
export type FactsNews = {
  stories: Record<string, StoryFacts | null>
  clips: Record<string, ClipFacts | null>
}

/** The facts with what is new; the same object when nothing is. */
export function withNews(facts: LineFacts, news: FactsNews): LineFacts {
  const stories = withNewOnes(facts.stories, news.stories)
  const clips = withNewOnes(facts.clips, news.clips)
  return stories === facts.stories && clips === facts.clips ? facts : { stories, clips }
}

function withNewOnes<F>(known: Record<string, F>, news: Record<string, F | null>): Record<string, F> {
  const changed = Object.entries(news).filter(([id, one]) => !isSame(one, known[id] ?? null))
  if (changed.length === 0) return known
  const next = { ...known }
  for (const [id, one] of changed) {
    if (one) next[id] = one
    else delete next[id]
  }
  return next
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
