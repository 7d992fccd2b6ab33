import { expect, test } from 'vitest'
import type { StoryState } from '#lib/db/schema.ts'
import { nextStates, storyStates } from '#lib/story/state.ts'

test.each<[StoryState, StoryState[]]>([
  ['idea', ['draft', 'toReview']],
  ['draft', ['idea', 'toReview']],
  ['toReview', ['idea', 'draft']],
  ['ready', []],
  ['recorded', []],
  ['aired', []],
])('its authors may take a story from %s to %j', (from, to) => expect(nextStates(from, false)).toEqual(to))

test('the coordination may take it anywhere else', () => {
  for (const from of storyStates)
    expect(nextStates(from, true)).toEqual(storyStates.filter((state) => state !== from))
})
