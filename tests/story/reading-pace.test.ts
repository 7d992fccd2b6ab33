import { expect, test } from 'vitest'
import { forgetPace, keepReadingTest, noteReading, readPace } from '#lib/story/reading-pace.server.ts'
import { paceRefusal } from '#lib/story/reading-pace.ts'
import { readingTestWords } from '#lib/story/reading-test.ts'
import { testDatabase } from '#tests/database.ts'
import { member } from './people.ts'

const database = testDatabase()

test.each([
  [150, 60_000, null],
  [60, 60_000, null],
  [260, 60_000, null],
  [59, 60_000, 'pace.too-slow'],
  [261, 60_000, 'pace.too-fast'],
  [40, 14_999, 'pace.too-short'],
  [40, 15_000, null],
  [0, 60_000, 'pace.no-text'],
])('%i words in %i ms: %s', (words, spokenMs, expected) => {
  expect(paceRefusal(words, spokenMs)).toBe(expected)
})

test('the test takes about a minute', () => {
  expect(readingTestWords).toBeGreaterThanOrEqual(130)
  expect(readingTestWords).toBeLessThanOrEqual(160)
})

test('a test makes a pace, takes outweigh it, and all can be forgotten', async () => {
  const { db } = database
  const fatiha = await member(db, 'Fatiha')
  expect(await readPace(db, fatiha.memberId)).toEqual({ wpm: 150, from: null, isOwn: false, readings: 0 })
  expect(await keepReadingTest(db, fatiha, (readingTestWords * 60_000) / 110)).toBe(110)
  expect(await readPace(db, fatiha.memberId)).toEqual({ wpm: 110, from: 'test', isOwn: true, readings: 1 })
  const { memberId } = fatiha
  await db.transaction((tx) => noteReading(tx, { memberId, source: 'take', words: 130, spokenMs: 60_000 }))
  await keepReadingTest(db, fatiha, (readingTestWords * 60_000) / 180)
  expect(await readPace(db, memberId)).toEqual({ wpm: 130, from: 'take', isOwn: true, readings: 1 })
  await forgetPace(db, fatiha)
  expect(await readPace(db, memberId)).toEqual({ wpm: 150, from: null, isOwn: false, readings: 0 })
  await keepReadingTest(db, fatiha, (readingTestWords * 60_000) / 180)
  expect(await readPace(db, memberId)).toMatchObject({ wpm: 180, readings: 1 })
})

test('a button pressed too soon or too late is no reading', async () => {
  const { db } = database
  const fatiha = await member(db, 'Fatiha')
  await expect(keepReadingTest(db, fatiha, 3000)).rejects.toMatchObject({ reason: 'pace.too-short' })
  await expect(keepReadingTest(db, fatiha, 20_000)).rejects.toMatchObject({ reason: 'pace.too-fast' })
  await expect(keepReadingTest(db, fatiha, 900_000)).rejects.toMatchObject({ reason: 'pace.too-slow' })
  expect(await readPace(db, fatiha.memberId)).toMatchObject({ isOwn: false })
})
