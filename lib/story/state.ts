import type { StoryState } from '#lib/db/schema.ts'

/** The way of a story through the week, in order. */
export const storyStates = [
  'idea',
  'draft',
  'toReview',
  'ready',
  'recorded',
  'aired',
] as const satisfies readonly StoryState[]

/** Those between which its authors move it themselves: handing in is not final. */
const own: readonly StoryState[] = ['idea', 'draft', 'toReview']

/**
 * Where a story may go from `from`: its authors between idea, draft and to review; who validates
 * (`mayValidate`) anywhere.
 */
export function nextStates(from: StoryState, mayValidate: boolean): StoryState[] {
  const reachable = mayValidate ? storyStates : own.includes(from) ? own : []
  return reachable.filter((state) => state !== from)
}

/** Where a reading over takes a story: on, or back to its author with something to look at. */
export function reviewedState(verdict: 'ready' | 'changes'): StoryState {
  return verdict === 'ready' ? 'ready' : 'draft'
}
