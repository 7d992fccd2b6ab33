import { describe, expect, test } from 'vitest'
import { canLeave, countWaiting, nothingWaiting, type Waiting } from '#app/_outbox/waiting.ts'

const text = { key: 'm.s', memberId: 'm', storyId: 's', title: 'Les citrons', unsent: true, refusal: null }
const draft = { id: 'd', memberId: 'm', title: 'Le bus', words: '', startedAt: 0, trouble: null }
const take = {
  id: 't',
  memberId: 'm',
  storyId: 's',
  name: 'prise.webm',
  type: 'audio/webm',
  startedAt: 0,
  ms: 5000,
  kept: true,
  passage: '',
  isChosen: false,
}
const received = {
  id: 'r',
  memberId: 'm',
  name: 'PTT.opus',
  type: 'audio/ogg',
  lastModified: 0,
  sound: new Blob(['x']),
  place: null,
}
const half = { key: 'k', name: 'interview.wav', storyId: null }

describe('what waits on a device', () => {
  test.each<[string, Partial<Waiting>, number, boolean]>([
    ['nothing', {}, 0, false],
    ['a text with unsent words', { texts: [text] }, 1, true],
    ['a story begun without network', { drafts: [draft] }, 1, true],
    ['a chosen take', { takes: [take] }, 1, true],
    ['a take that nobody has chosen', { unchosen: [{ ...take, kept: false }] }, 1, false],
    ['a sound without a place', { received: [received] }, 1, false],
    ['a sound with one', { received: [{ ...received, place: { storyId: 's', title: '' } }] }, 1, true],
    ['a file that stopped half-way', { halfSent: [half] }, 1, false],
    ['two things, of which one can leave', { texts: [text], halfSent: [half] }, 2, true],
  ])('%s', (_what, waiting, count, leaves) => {
    expect(countWaiting({ ...nothingWaiting, ...waiting })).toBe(count)
    expect(canLeave({ ...nothingWaiting, ...waiting })).toBe(leaves)
  })
})
