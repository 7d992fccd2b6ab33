import { expect, test } from 'vitest'
import { type MyStory, nextThing, type ToReadOver } from '#lib/story/next-thing.ts'

const story = (id: string, facts: Partial<MyStory> = {}): MyStory => ({
  ...{ id, title: id, state: 'draft', isMine: true, author: 'Fatiha', proposedBy: null },
  ...{ isProposal: false, answeredBy: null, takes: 0, isTakeChosen: false },
  ...facts,
})
const idea = story('idea', { state: 'idea' })
const draft = story('draft')
const sent = story('sent', { state: 'toReview' })
const ready = story('ready', { state: 'ready' })
const answered = story('answered', { answeredBy: 'Denise', state: 'toReview' })
const takes = story('takes', { state: 'ready', takes: 2 })
const shared = story('shared', { isMine: false, author: 'Inès' })
const offered = story('offered', { isProposal: true, state: 'idea' })
const ofMe: ToReadOver = { id: 'ofMe', title: 'ofMe', author: 'Lucas', isAskedOfMe: true }
const ofAny: ToReadOver = { id: 'ofAny', title: 'ofAny', author: 'Rosa', isAskedOfMe: false }

test.each<[string, MyStory[], ToReadOver[], string]>([
  ['nobody has begun anything', [], [], 'first'],
  ['an idea waits for its first words', [idea], [], 'begin idea'],
  ['a draft goes on', [draft, idea], [], 'goOn draft'],
  ['the latest touched comes first', [idea, draft], [], 'begin idea'],
  ['an answer goes before everything', [draft, takes, ready, answered], [ofMe], 'answer answered'],
  [
    'what was answered long ago on air does not',
    [story('old', { answeredBy: 'Denise', state: 'aired' })],
    [],
    'another',
  ],
  ['of two takes one must be chosen', [draft, takes], [ofMe], 'chooseTake takes'],
  ['one that was chosen is no question', [story('done', { ...takes, isTakeChosen: true })], [], 'another'],
  ['one take alone is no question', [story('one', { state: 'ready', takes: 1 })], [], 'another'],
  ['a text that is ready is recorded', [draft, ready], [ofMe], 'record ready'],
  ['a friend who asks by name goes before one’s own draft', [draft], [ofMe], 'readOver ofMe'],
  ['one who asks anybody does not', [draft], [ofAny], 'goOn draft'],
  ['a shared story comes after one’s own', [shared, draft], [], 'goOn draft'],
  ['and before what anybody may read over', [shared, sent], [ofAny], 'lendHand shared'],
  ['with nothing of one’s own, one reads over', [sent], [ofAny], 'readOver ofAny'],
  ['what is handed in is waited for', [sent], [], 'wait sent'],
  ['an idea that is offered to all is nothing to do', [offered], [], 'first'],
  ['all recorded: another one', [story('recorded', { state: 'recorded' })], [], 'another'],
])('%s', (_what, stories, toReadOver, expected) => {
  const next = nextThing({ stories, toReadOver })
  const which = 'story' in next ? next.story.id : 'text' in next ? next.text.id : ''
  expect(`${next.kind} ${which}`.trim()).toBe(expected)
})
