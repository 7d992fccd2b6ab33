import { expect, test } from 'vitest'
import { type ShownLine, timedLines } from '#app/regie/emissions/[id]/conducteur/timed-line.ts'
import { bareLine } from '#lib/rundown/patch.ts'

const zone = 'Europe/Paris'
const start = Date.parse('2026-11-27T17:00Z')
const end = start + 10 * 60_000

function line(id: string, minutes: number, fields: Partial<ShownLine> = {}): ShownLine {
  return {
    ...{ ...bareLine, id, version: 1, kind: 'voice' as const, plannedMs: minutes * 60_000 },
    ...{ story: null, clip: null },
    ...fields,
  }
}
const timed = (...lines: ShownLine[]) => timedLines(lines, start, zone, end).lines

test('each line has its hours by the wall clock, and when it must start at the latest', () => {
  const lines = timed(line('a', 2), line('b', 3), line('c', 4))
  expect(lines.map(({ startsAt, endsAt, backAt }) => [startsAt, endsAt, backAt])).toEqual([
    ['18:00:00', '18:02:00', '18:01:00'],
    ['18:02:00', '18:05:00', '18:03:00'],
    ['18:05:00', '18:09:00', '18:06:00'],
  ])
})

test('a line that was put aside takes no time, lacks nothing, and has no hour to keep', () => {
  const [, aside, next] = timed(line('a', 2), line('b', 0, { isSkipped: true, kind: 'clip' }), line('c', 1))
  expect([aside?.lacks, aside?.conflicts, aside?.backAt]).toEqual([[], [], null])
  expect(next?.startsAt).toBe('18:02:00')
})

test('what does not fit is said in words', () => {
  const conflicts = (fields: Partial<ShownLine>) => timed(line('a', 5), line('b', 1, fields))[1]?.conflicts
  expect(conflicts({ fixedStart: '18:04:00' })).toEqual(['Commence 1:00 avant la fin de ce qui précède'])
  expect(conflicts({ fixedStart: '18:05:30' })).toEqual(['Blanc de 0:30 avant elle'])
  expect(conflicts({ fixedEnd: '18:03:00' })).toEqual(['Sa fin verrouillée est déjà passée'])
  expect(conflicts({ hitTime: '18:04:40' })).toEqual(['0:20 après son heure de passage'])
  expect(conflicts({ hitTime: '18:06:00' })).toEqual(['1:00 avant son heure de passage'])
  expect(conflicts({ fixedStart: '18:05:00' })).toEqual([])
})

test('a locked end gives the length: none need be typed', () => {
  expect(timed(line('a', 0, { fixedEnd: '18:03:00' }))[0]?.lacks).toEqual([])
  expect(timed(line('a', 0))[0]?.lacks).toEqual(['Pas de durée'])
})

test.each([
  ['nobody known to speak', null, []],
  ['a yes for both', { antenne: 'yes', podcast: 'yes' }, []],
  ['a yes for the radio alone', { antenne: 'yes', podcast: 'no' }, []],
  ['a yes that nobody has asked for', { antenne: 'yes', podcast: 'missing' }, ['Accord à demander']],
  ['a no', { antenne: 'no', podcast: 'no' }, ['Accord refusé']],
] as const)('with %s a line says what it lacks', (_, consent, lacks) => {
  const story = {
    ...{ title: 'Les citrons', state: 'ready' as const, author: 'Fatiha', words: 100, readingMs: 40_000 },
    consent,
  }
  expect(timed(line('a', 1, { story }))[0]?.lacks).toEqual(lacks)
  expect(timed(line('a', 1, { story, isSkipped: true }))[0]?.lacks).toEqual([])
})
