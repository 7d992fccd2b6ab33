import { describe, expect, test } from 'vitest'
import { type CalendarEvent, calendarText } from '#lib/time/ical.ts'

const stamp = Date.parse('2026-09-01T08:00:00Z')
const show: CalendarEvent = {
  uid: 'a-show@la-bobine',
  when: { at: Date.parse('2026-11-27T17:00:00Z'), lengthMs: 1_650_000 },
  title: 'La Bobine',
  stamp,
}
const linesOf = (events: CalendarEvent[], name = 'La Bobine') => calendarText({ name, events }).split('\r\n')
/** As an app joins them again. */
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')

test('a calendar is made of lines that end with CR LF, and asks to be read again', () => {
  const text = calendarText({ name: 'La Bobine', events: [show] })
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(linesOf([show])).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//La Bobine//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    'NAME:La Bobine',
    'X-WR-CALNAME:La Bobine',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:a-show@la-bobine',
    'DTSTAMP:20260901T080000Z',
    'DTSTART:20261127T170000Z',
    'DTEND:20261127T172730Z',
    'SUMMARY:La Bobine',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

describe('when', () => {
  test.each([
    [
      'a length',
      { at: Date.parse('2026-03-29T00:30:00Z'), lengthMs: 3_600_000 },
      ['DTSTART:20260329T003000Z', 'DTEND:20260329T013000Z'],
    ],
    ['a moment', { at: Date.parse('2026-11-26T11:00:00Z'), lengthMs: 0 }, ['DTSTART:20261126T110000Z']],
    ['a day', { day: '2028-02-29' }, ['DTSTART;VALUE=DATE:20280229']],
  ])('%s', (_name, when, expected) => {
    expect(linesOf([{ ...show, when }]).filter((line) => /^DT(START|END)/.test(line))).toEqual(expected)
  })
})

describe('a text', () => {
  test.each([
    ['commas and semicolons', 'Citrons, conserves; sel', 'Citrons\\, conserves\\; sel'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['several lines', 'un\r\ndeux\ntrois\rquatre', 'un\\ndeux\\ntrois\\nquatre'],
    ['a colon and quotes stay', 'Titre : « oui » "non"', 'Titre : « oui » "non"'],
    ['what no line may carry', 'a\u0000b\u0007c\td', 'abc\td'],
    ['an attempt to add an event', 'x\r\nEND:VEVENT', 'x\\nEND:VEVENT'],
  ])('%s', (_name, title, written) => {
    const text = unfolded(calendarText({ name: 'n', events: [{ ...show, title }] }))
    expect(text).toContain(`\r\nSUMMARY:${written}\r\n`)
  })

  test.each([
    ['plain', 'a'.repeat(300)],
    ['accented', 'é'.repeat(200)],
    ['of four octets a character', '🎙'.repeat(60)],
    ['mixed', 'Où ça ? « ici » 🎙, là ; '.repeat(12)],
  ])('%s and long is folded at 75 octets, never inside a character', (_name, title) => {
    const text = calendarText({ name: 'n', events: [{ ...show, title }] })
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
    const plain = title.replace(/([;,])/g, '\\$1')
    expect(unfolded(text)).toContain(`SUMMARY:${plain}\r\n`)
  })

  test('a line of exactly 75 octets is not folded', () => {
    const title = 'a'.repeat(75 - 'SUMMARY:'.length)
    expect(linesOf([{ ...show, title }])).toContain(`SUMMARY:${title}`)
  })
})

test('place, words and address stand where they are given', () => {
  const lines = linesOf([{ ...show, place: 'Radio, 98.6', description: 'Deux mots', url: 'http://a.fr/x' }])
  expect(lines).toEqual(
    expect.arrayContaining(['LOCATION:Radio\\, 98.6', 'DESCRIPTION:Deux mots', 'URL:http://a.fr/x']),
  )
})
