import { expect, test } from 'vitest'
import { voicesOfClip, voicesOfLine, voicesOfStory } from '#lib/rights/voices-of.ts'

const everywhere = { id: 'everywhere', storyId: 's', clipId: null }
const inOne = { id: 'in-one', storyId: 's', clipId: 'one' }
const inTwo = { id: 'in-two', storyId: 's', clipId: 'two' }
const elsewhere = { id: 'elsewhere', storyId: 't', clipId: null }
const voices = [everywhere, inOne, inTwo, elsewhere]
const names = (found: readonly { id: string }[]) => found.map(({ id }) => id)

test.each([
  ['a sound of the story', { id: 'one', storyId: 's', splitFrom: [] }, ['everywhere', 'in-one']],
  ['the second half of a sound', { id: 'half', storyId: 's', splitFrom: ['one'] }, ['everywhere', 'in-one']],
  ['a sound that was taken out of the story', { id: 'one', storyId: null, splitFrom: [] }, ['in-one']],
  ['a sound that was put into another', { id: 'one', storyId: 't', splitFrom: [] }, ['in-one', 'elsewhere']],
  ['a sound of no story', { id: 'three', storyId: null, splitFrom: [] }, []],
])('%s has the voices of its story and its own', (_, clip, found) => {
  expect(names(voicesOfClip(voices, clip))).toEqual(found)
})

test('a text has the voices that are in no sound alone', () => {
  expect(names(voicesOfStory(voices, 's'))).toEqual(['everywhere'])
})

test('a line has those of its text and of its sound, once each', () => {
  const clip = { id: 'one', storyId: 's', splitFrom: [] }
  expect(names(voicesOfLine(voices, { storyId: 's', clip }))).toEqual(['everywhere', 'in-one'])
  expect(names(voicesOfLine(voices, { storyId: 't', clip }))).toEqual(['everywhere', 'in-one', 'elsewhere'])
  expect(names(voicesOfLine(voices, { storyId: 't', clip: null }))).toEqual(['elsewhere'])
  expect(voicesOfLine(voices, { storyId: null, clip: null })).toEqual([])
})
