import { expect, test } from 'vitest'
import { beginning } from '#lib/story/writers.ts'

/** "F0 K12": who wrote at which minute. */
const written = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ memberId: one[0] === '?' ? null : (one[0] ?? ''), at: minute(Number(one.slice(1))) }))
const minute = (minutes: number) => new Date(Date.UTC(2026, 10, 25, 9, 0) + minutes * 60_000)

test.each([
  ['nobody yet, the author writes', '', 'F0 F1', null],
  ['the author goes on', 'F0', 'F30', null],
  ['somebody joins a first burst', '', 'F0 F1 K2', 2],
  ['somebody begins in a text of another', 'F0', 'K30', 0],
  ['the coordination comes at once', 'F0', 'K1', 0],
  ['two who write together only go on', 'F10 K11', 'F12 K12 F13', null],
  ['one of two comes back after a while', 'F0 K30', 'F31', 0],
  ['one of two comes back to their own words', 'K0 F30', 'F60', null],
  ['an answer within ten minutes', 'F0 K5', 'F9', null],
  ['a third person', 'F10 K11', 'F12 D12', 1],
  ['an unknown hand is no writer', 'F0', '?30', null],
  ['nothing', 'F0', '', null],
])('%s', (_what, before, rows, expected) => {
  const known = written(before).map(({ memberId, at }) => ({ memberId: memberId ?? '', lastAt: at }))
  expect(beginning(written(rows), known)).toBe(expected)
})
