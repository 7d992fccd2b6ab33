import { expect, test } from 'vitest'
import { isTooOld } from '#lib/machine/setup/ffmpeg.mjs'
import { closingLine, countPlaywright, countVitest, honest } from '#lib/machine/setup/runners.mjs'

test.each([
  ['a green run', { passed: 3, failed: 0, skipped: 1 }, 0, 0],
  ['failed tests count as they are', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ['a runner that failed without a failed test', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['a runner that executed nothing', { passed: 0, failed: 0, skipped: 4 }, 0, 1],
])('%s', (_, sums, code, failed) => expect(honest(sums, code).failed).toBe(failed))

test('a test file that cannot be read counts as one failure', () => {
  const unread = { status: 'failed', assertionResults: [] }
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [unread],
  }
  expect(countVitest(report)).toEqual({ passed: 4, failed: 2, skipped: 2 })
})

test('a walk that passes only when tried again has failed', () => {
  expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 0,
  })
})

test('the closing line names the skipped only when there are some', () => {
  const lint = { passed: 1, failed: 0, skipped: 0 }
  expect(closingLine([lint, { passed: 6, failed: 2, skipped: 0 }])).toBe('7 passed, 2 failed')
  expect(closingLine([lint, { passed: 6, failed: 0, skipped: 3 }])).toBe('7 passed, 0 failed, 3 skipped')
})

test.each([
  ['5.1.9-0+deb12u1', false],
  ['5.0.1', true],
  ['4.4.2-0ubuntu0.22.04.1', true],
  ['7.0-7-gd38bf5e08e-20240407', false],
  ['N-118193-g5f38c82536', false],
])('ffmpeg %s is too old: %s', (version, old) => expect(isTooOld(version)).toBe(old))
