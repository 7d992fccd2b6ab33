import type { LocalDate } from './airtime.ts'
import type { Instant, Milliseconds } from './duration.ts'

/** Either a moment with a length (0 = a moment only), or a whole day. */
export type CalendarTime = { at: Instant; lengthMs: Milliseconds } | { day: LocalDate }
export type CalendarEvent = {
  /** Opaque and for ever: a calendar knows the event by it. */
  uid: string
  when: CalendarTime
  title: string
  description?: string
  place?: string
  url?: string
  /** When this event was first told, so that an unchanged calendar stays the same to the byte. */
  stamp: Instant
}

/** How often apps are asked to look again. */
const REFRESH = 'PT1H'

/** A calendar of RFC 5545, with the refresh interval of RFC 7986 and its older Microsoft name. Times are in UTC. */
export function calendarText({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//La Bobine//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, when, title, description, place, url, stamp }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    ...timeLines(when),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url.replace(controls, '')}`] : []),
    // A show or a deadline keeps nobody from being invited elsewhere.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A day without an end is that day; a moment without one is that moment (RFC 5545 §3.6.1). */
function timeLines(when: CalendarTime): string[] {
  if ('day' in when) return [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
  const start = `DTSTART:${utc(when.at)}`
  return when.lengthMs > 0 ? [start, `DTEND:${utc(when.at + when.lengthMs)}`] : [start]
}

/** `20261127T170000Z` */
function utc(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows no control but the tab in a text.
const controls = /[\u0000-\u0008\u000a-\u001f\u007f]/g

/** A text value (RFC 5545 §3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(controls, '')
}

const MOST_OCTETS = 75

/** Folds a line after at most 75 octets of UTF-8 (RFC 5545 §3.1), never inside a character. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece)
      // The space that begins the next line counts.
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
