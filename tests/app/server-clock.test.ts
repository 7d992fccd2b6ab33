import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ServerClock } from '#app/_rundown/server-clock.ts'

/** The device's clock, in milliseconds. */
const NOW = 1_000_000

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A question sent at `sentAt` and answered `travelMs` later, while the server is `aheadMs` ahead of the device. */
type Asked = [sentAt: number, travelMs: number, aheadMs: number]

describe('the server’s clock, as a device knows it', () => {
  test.each<[string, Asked[], number]>([
    ['is the device’s own before it has asked', [], 0],
    ['is what an answer says, half of its travel ago', [[0, 100, 5_000]], 5_000],
    [
      'is what the fastest answer says',
      [
        [0, 100, 5_000],
        [200, 20, 5_030],
        [300, 400, 4_900],
      ],
      5_030,
    ],
    [
      'is not pulled away by a slow answer',
      [
        [0, 20, 5_000],
        [200, 8_000, 5_000],
      ],
      5_000,
    ],
    [
      'follows the server’s when that was set back',
      [
        [0, 20, 5_000],
        [200, 90, -3_595_000],
      ],
      -3_595_000,
    ],
    [
      'follows the server’s when that was set forward',
      [
        [0, 20, 5_000],
        [200, 90, 65_000],
      ],
      65_000,
    ],
    [
      'learns nothing while the device’s own is being set',
      [
        [0, 20, 5_000],
        [9_000, -8_000, 77_000],
      ],
      5_000,
    ],
    [
      'believes no answer for longer than five minutes',
      [
        [0, 20, 5_000],
        [310_000, 400, 5_150],
      ],
      5_150,
    ],
  ])('%s', (_words, asked, aheadMs) => {
    const clock = new ServerClock()
    for (const [sentAt, travelMs, ahead] of asked)
      clock.observe(sentAt, sentAt + travelMs / 2 + ahead, sentAt + travelMs)
    expect(clock.now() - NOW).toBe(aheadMs)
  })

  test('is doubted when what it tells cannot be', () => {
    const clock = new ServerClock()
    clock.observe(NOW - 20, NOW + 5_000, NOW)
    expect([4_000, 5_000, 1_000].map((ahead) => clock.doubts(NOW + ahead))).toEqual([false, false, false])
    expect([-3_600_000, 60_000].map((ahead) => clock.doubts(NOW + ahead))).toEqual([true, true])
  })
})
