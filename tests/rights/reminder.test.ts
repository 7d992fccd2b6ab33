import { expect, test } from 'vitest'
import type { Answer } from '#lib/rights/consent.ts'
import { reminderFor } from '#lib/rights/reminder.ts'

const yes = (use: Answer['use']): Answer => ({ use, by: 'self', isYes: true, proof: 'tap' })
const samira = (...answers: Answer[]) => ({ id: 'v', name: 'Samira', isMinor: false, answers })
const nothing = { voices: [], sounds: 0, speakers: [] }

test.each([
  ['a text that nobody is named in, without a sound', nothing, null],
  ['a sound, and nobody known to speak in it', { ...nothing, sounds: 1 }, { kind: 'nobody', speakers: [] }],
  [
    'names in the text, each once',
    { ...nothing, speakers: ['Fatiha', ' Fatiha', '', 'Samira'] },
    { kind: 'nobody', speakers: ['Fatiha', 'Samira'] },
  ],
  [
    'all that the show needs was answered',
    { ...nothing, sounds: 1, voices: [samira(yes('antenne'), yes('podcast'))] },
    null,
  ],
])('%s', (_, asked, reminder) => {
  expect(reminderFor(asked)).toEqual(reminder)
})

test('one person is named once, with all that is missing of them', () => {
  const karim = { ...samira(), id: 'k', name: 'Karim' }
  const reminder = reminderFor({ ...nothing, voices: [samira(yes('antenne')), karim] })
  if (reminder?.kind !== 'gaps') throw new Error('nothing is missing')
  expect(reminder.people.map(({ who, gaps }) => [who, gaps.map(({ use }) => use)])).toEqual([
    ['Samira', ['podcast']],
    ['Karim', ['antenne', 'podcast']],
  ])
})
