import type { IncomingMessage, ServerResponse } from 'node:http'
import { asc, gte } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes } from '#lib/db/schema.ts'
import { sendBytes, sendSentence } from '#lib/machine/http.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { findTokenActor, makeToken, readTokens, revokeToken } from '#lib/people/token.server.ts'
import { addDays, localParts } from '#lib/time/airtime.ts'
import { calendarText } from '#lib/time/ical.ts'
import { calendarEvents } from './calendar.ts'
import { readShow } from './show.server.ts'

/** Everything under it is a member's calendar, named by a secret. */
export const calendarPath = '/calendrier/'
const address = /^\/calendrier\/([\w-]{20,100})\.ics$/
/** What is over stays for a while, so that one can look back. */
const PAST_DAYS = 60
const MOST = 300

/** A member's own calendar as an iCalendar text: shows, and the days that count back from them. */
export async function readCalendar(db: Db, actor: Actor, now: Date, baseUrl: string): Promise<string> {
  const show = await readShow(db)
  const since = addDays(localParts(now.getTime(), show.timeZone).date, -PAST_DAYS)
  const rows = await db
    .select()
    .from(episodes)
    .where(gte(episodes.airDate, since))
    .orderBy(asc(episodes.airDate), asc(episodes.airTime), asc(episodes.id))
    .limit(MOST)
  const shown = rows.map(({ createdAt, ...episode }) => ({ ...episode, createdAt: createdAt.getTime() }))
  const { role } = actor
  return calendarText({ name: show.name, events: calendarEvents(show, shown, { role, baseUrl }) })
}

/** Since when a member's calendar has an address, and when an app last asked for it; null when it has none. */
export async function findCalendarAddress(db: Db, actor: Actor) {
  const [token] = await readTokens(db, actor, 'calendar')
  return token ? { createdAt: token.createdAt, usedAt: token.usedAt } : null
}

/** Makes the address of one's calendar, shown this once; the one before it ends. */
export async function makeCalendarAddress(db: Db, actor: Actor): Promise<string> {
  return await db.transaction(async (tx) => {
    await dropCalendarAddress(tx, actor)
    return `${calendarPath}${await makeToken(tx, actor, 'calendar')}.ics`
  })
}

/** Ends the address of one's calendar at once. Doing it twice harms nothing. */
export async function dropCalendarAddress(db: Db, actor: Actor) {
  for (const { id } of await readTokens(db, actor, 'calendar')) await revokeToken(db, actor, id)
}

/** Answers a calendar app: the address alone opens it, as its member may see it now; 404 once it has ended. */
export async function serveCalendar(
  request: IncomingMessage,
  response: ServerResponse,
  { db, baseUrl }: { db: Db; baseUrl: string },
) {
  const [, token] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const found = token === undefined ? null : await findTokenActor(db, token, 'calendar')
  if (!found)
    return sendSentence(request, response, 404, 'Ce calendrier n’existe pas, ou son adresse ne marche plus.')
  const now = new Date()
  return await sendBytes(request, response, {
    body: await readCalendar(db, found.actor, now, baseUrl),
    type: 'text/calendar; charset=utf-8',
    // Only its tag can tell that nothing has changed: a show may move without leaving a date.
    lastModified: now.getTime(),
    cacheControl: 'private, max-age=0, must-revalidate',
    compress: true,
  })
}
