import type { StoryState } from '#lib/db/schema.ts'

/** One of my stories, with what has happened to it. */
export type MyStory = {
  id: string
  title: string
  state: StoryState
  /** I am its author, rather than somebody with whom it is shared. */
  isMine: boolean
  /** Its author's name. */
  author: string
  /** Who opened it in its author's name, or proposed the idea; null = nobody else. */
  proposedBy: string | null
  /** It is offered to all, and nobody has taken it. */
  isProposal: boolean
  /** Who has left a remark or other words that nobody has answered, the latest; null = nobody. */
  answeredBy: string | null
  /** How many recordings of the whole of it there are, and whether one of them was chosen. */
  takes: number
  isTakeChosen: boolean
}

/** A text that waits for me to read it over. `isAskedOfMe`: by name, rather than of anybody. */
export type ToReadOver = { id: string; title: string; author: string; isAskedOfMe: boolean }

type Known = { stories: readonly MyStory[]; toReadOver: readonly ToReadOver[] }

/** The one thing that is next for somebody, with all that its card says. */
export type NextThing =
  | { kind: 'answer'; story: MyStory; by: string }
  | { kind: 'chooseTake'; story: MyStory }
  | { kind: 'begin'; story: MyStory }
  | { kind: 'goOn'; story: MyStory }
  | { kind: 'record'; story: MyStory }
  | { kind: 'readOver'; text: ToReadOver }
  | { kind: 'lendHand'; story: MyStory }
  | { kind: 'wait'; story: MyStory }
  | { kind: 'first' }
  | { kind: 'another' }

/**
 * The next thing: what somebody waits for goes first (an answer to mine, a reading asked of me by name once my own is
 * on its way), then what is nearest to being heard, then what has only begun. `stories` come latest touched first.
 */
export function nextThing({ stories, toReadOver }: Known): NextThing {
  const mine = stories.filter(({ isMine, isProposal }) => isMine && !isProposal)
  const writing = mine.filter(({ state }) => state === 'draft' || state === 'idea')
  const answered = mine.find(isAnswered)
  if (answered?.answeredBy) return { kind: 'answer', story: answered, by: answered.answeredBy }
  const takes = mine.find(isToChoose)
  if (takes) return { kind: 'chooseTake', story: takes }
  const ready = mine.find(({ state, takes: count }) => state === 'ready' && count === 0)
  if (ready) return { kind: 'record', story: ready }
  const asked = toReadOver.find(({ isAskedOfMe }) => isAskedOfMe)
  if (asked) return { kind: 'readOver', text: asked }
  const [begun] = writing
  if (begun) return { kind: begun.state === 'idea' ? 'begin' : 'goOn', story: begun }
  const shared = stories.find(({ isMine, state }) => !isMine && (state === 'idea' || state === 'draft'))
  if (shared) return { kind: 'lendHand', story: shared }
  const [open] = toReadOver
  if (open) return { kind: 'readOver', text: open }
  const waiting = mine.find(({ state }) => state === 'toReview')
  if (waiting) return { kind: 'wait', story: waiting }
  return { kind: mine.length === 0 ? 'first' : 'another' }
}

const isAnswered = ({ answeredBy, state }: MyStory) =>
  answeredBy !== null && ['idea', 'draft', 'toReview', 'ready'].includes(state)

/** One take is chosen by itself; of several somebody says which. */
const isToChoose = ({ takes, isTakeChosen, state }: MyStory) =>
  takes > 1 && !isTakeChosen && state !== 'recorded' && state !== 'aired'
