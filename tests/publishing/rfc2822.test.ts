import { expect, test } from 'vitest'
import { rfc2822 } from '#lib/publishing/rfc2822.ts'

const paris = 'Europe/Paris'

test.each([
  ['2025-06-13T07:00:00Z', paris, 'Fri, 13 Jun 2025 09:00:00 +0200'],
  ['2026-11-24T17:05:09.999Z', paris, 'Tue, 24 Nov 2026 18:05:09 +0100'],
  // The two nights when the clock changes.
  ['2026-03-29T00:59:59Z', paris, 'Sun, 29 Mar 2026 01:59:59 +0100'],
  ['2026-03-29T01:00:00Z', paris, 'Sun, 29 Mar 2026 03:00:00 +0200'],
  ['2026-10-25T00:30:00Z', paris, 'Sun, 25 Oct 2026 02:30:00 +0200'],
  ['2026-10-25T01:30:00Z', paris, 'Sun, 25 Oct 2026 02:30:00 +0100'],
  // Midnight is 00, September has three letters, the year turns in the zone.
  ['2026-09-03T22:00:00Z', paris, 'Fri, 04 Sep 2026 00:00:00 +0200'],
  ['2026-12-31T23:30:00Z', paris, 'Fri, 01 Jan 2027 00:30:00 +0100'],
  ['2026-01-01T12:00:00Z', 'UTC', 'Thu, 01 Jan 2026 12:00:00 +0000'],
  ['2026-01-01T12:00:00Z', 'America/Martinique', 'Thu, 01 Jan 2026 08:00:00 -0400'],
  ['2026-01-01T12:00:00Z', 'Asia/Kolkata', 'Thu, 01 Jan 2026 17:30:00 +0530'],
])('%s in %s is %s', (iso, zone, date) => {
  expect(rfc2822(Date.parse(iso), zone)).toBe(date)
  expect(Date.parse(date)).toBe(Math.floor(Date.parse(iso) / 1000) * 1000)
})
