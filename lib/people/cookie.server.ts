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
  const token = await getToken({
    req: { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]['req'],
    secret: site.secret,
    cookieName: sessionCookie(site.baseUrl),
    secureCookie: site.baseUrl.startsWith('https:'),
  })
  const read = claims.safeParse(token)
  return read.success ? findActor(db, read.data.sessionId) : null
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
