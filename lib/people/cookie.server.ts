import type { IncomingMessage } from 'node:http'
import { getToken } from 'next-auth/jwt'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import type { Actor } from './can.ts'
import { findActor } from './session.server.ts'
import { findTokenActor } from './token.server.ts'

/** A device stays signed in for as long as browsers keep a cookie. */
export const COOKIE_LIFE_SECONDS = 400 * 86_400

/** The name of the session's cookie: bound to this host alone when the site is on https. */
export function sessionCookie(baseUrl: string): string {
  return baseUrl.startsWith('https:') ? '__Host-bobine.session' : 'bobine.session'
}

const claims = z.object({ sessionId: z.uuid() })

/** Session ids by cookie, once its signature was checked: opening one takes longer than all else that a call needs. */
const opened = new Map<string, string>()
const MOST_OPENED = 1000

/** Who sends this request, for what is served beside the pages (sockets, uploads); null when nobody known. */
export async function actorOfRequest(
  db: Db,
  request: IncomingMessage,
  site: { baseUrl: string; secret: string },
): Promise<Actor | null> {
  const jar = Object.fromEntries(
    (request.headers.cookie ?? '').split(/;\s*/).map((pair) => {
      const cut = pair.indexOf('=')
      return [pair.slice(0, cut), pair.slice(cut + 1)]
    }),
  )
  const sessionId = await sessionOf(jar, site)
  return sessionId === null ? null : findActor(db, sessionId)
}

/** What the cookie says; whether that session still holds is asked of the database each time. */
async function sessionOf(
  jar: Record<string, string>,
  site: { baseUrl: string; secret: string },
): Promise<string | null> {
  const cookieName = sessionCookie(site.baseUrl)
  const cookie = jar[cookieName]
  // A large cookie comes in pieces, which only the library puts together.
  const key = cookie && `${site.secret} ${cookie}`
  const known = key && opened.get(key)
  if (known) return known
  const token = await getToken({
    req: { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]['req'],
    secret: site.secret,
    cookieName,
    secureCookie: site.baseUrl.startsWith('https:'),
  })
  const read = claims.safeParse(token)
  if (!read.success) return null
  if (opened.size >= MOST_OPENED) opened.clear()
  if (key) opened.set(key, read.data.sessionId)
  return read.data.sessionId
}

/** As `actorOfRequest`, also by a member's own token for a studio's tools: `Authorization: Bearer …`. */
export async function actorOfCall(
  db: Db,
  request: IncomingMessage,
  site: { baseUrl: string; secret: string },
): Promise<Actor | null> {
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) return await actorOfRequest(db, request, site)
  return (await findTokenActor(db, token, 'api'))?.actor ?? null
}
