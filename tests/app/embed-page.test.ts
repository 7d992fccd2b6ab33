import { expect, test } from 'vitest'
import { embedPage } from '#app/_public/embed-page.ts'
import { secondsOf } from '#app/_public/moment.ts'
import { minutes } from '#lib/time/duration.ts'

const hostile = `</title><script>alert("1")</script>' onx='`
const chapter = { startMs: 0, endMs: 1000, title: hostile, itemId: null }
const page = embedPage({
  episode: {
    ...{ title: hostile, slug: 'citrons', masterId: 'm', durationMs: minutes(2) },
    chapters: [chapter, { ...chapter, startMs: minutes(1) }],
  },
  show: hostile,
  baseUrl: 'https://radio.example',
  startAt: 60,
  nonce: 'n0nce',
})

test('what people wrote stays text, wherever it stands in the page of the frame', () => {
  expect(page).not.toContain('<script>')
  expect(page).not.toContain("' onx='")
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)).toHaveLength(7)
})

test('without script it plays from the moment of the link, and chapters are links', () => {
  expect(page).toContain('<audio controls preload="none" src="/audio/m.mp3#t=60">')
  expect(page).toContain('<a href="/emissions/citrons/lecteur?t=60" data-at="60">')
})

test.each([
  ['85', 85],
  ['0', 0],
  ['120', null],
  ['-1', null],
  ['1e3', null],
  ['1234567', null],
  [['1', '2'], null],
  [undefined, null],
])('?t=%j of two minutes is second %j', (typed, second) => expect(secondsOf(typed, minutes(2))).toBe(second))
