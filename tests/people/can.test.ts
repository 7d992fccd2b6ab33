import { expect, test } from 'vitest'
import { type Actor, can, type StoryRights, type Verb } from '#lib/people/can.ts'

const actor = (role: Actor['role'], memberId: string = role): Actor => ({
  memberId,
  name: role,
  role,
  houseId: null,
  sessionId: 's',
})
const draft: StoryRights = {
  authorId: 'resident',
  sharedWith: ['friend'],
  state: 'draft',
  reviewerIds: [],
  isOpenToReview: false,
  isProposal: false,
}
const asked: StoryRights = { ...draft, state: 'toReview', reviewerIds: ['reader'] }
const open: StoryRights = { ...draft, state: 'toReview', isOpenToReview: true }
const proposal: StoryRights = { ...draft, state: 'idea', isProposal: true }

const sentences: [string, Actor, Verb, StoryRights | null, boolean][] = [
  ['a resident writes in their own story', actor('resident'), 'story.write', draft, true],
  ['a resident writes in a story shared with them', actor('resident', 'friend'), 'story.write', draft, true],
  ['a resident does not read somebody else’s story', actor('resident', 'other'), 'story.read', draft, false],
  ['the technique reads every story', actor('technique'), 'story.read', draft, true],
  ['the technique writes in no story of others', actor('technique'), 'story.write', draft, false],
  ['the coordination writes in every story', actor('coordination'), 'story.write', draft, true],
  [
    'nobody writes in a story that aired',
    actor('coordination'),
    'story.write',
    { ...draft, state: 'aired' },
    false,
  ],
  ['whoever is asked by name reads it', actor('resident', 'reader'), 'story.read', asked, true],
  ['whoever is asked by name reads it over', actor('resident', 'reader'), 'story.review', asked, true],
  ['whoever reads over suggests', actor('resident', 'reader'), 'story.note', asked, true],
  ['whoever reads over never overwrites', actor('resident', 'reader'), 'story.write', asked, false],
  ['another resident is not asked', actor('resident', 'other'), 'story.read', asked, false],
  ['anybody reads over what is open to all', actor('resident', 'other'), 'story.review', open, true],
  ['nobody reads over their own', actor('resident'), 'story.review', open, false],
  [
    'the coordination reads over what nobody is asked for',
    actor('coordination'),
    'story.review',
    draft,
    true,
  ],
  ['anybody sees a proposal', actor('resident', 'other'), 'story.read', proposal, true],
  ['anybody else takes a proposal', actor('resident', 'other'), 'story.take', proposal, true],
  ['an idea that is not proposed is not taken', actor('resident', 'other'), 'story.take', draft, false],
  ['a resident does not enter the workspace', actor('resident'), 'workspace.enter', null, false],
  ['the technique reads the rundown', actor('technique'), 'rundown.read', null, true],
  ['the technique does not edit the rundown', actor('technique'), 'rundown.edit', null, false],
  ['only the coordination publishes', actor('technique'), 'episode.publish', null, false],
]

test.each(sentences)('%s', (_sentence, who, verb, object, allowed) => {
  expect(can(who, verb as 'story.read', object as StoryRights)).toBe(allowed)
})
