import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { z } from 'zod'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { type Actor, can, type Verb } from '#lib/people/can.ts'
import { sessionCookie } from '#lib/people/cookie.server.ts'
import { findActor } from '#lib/people/session.server.ts'
import { authOptions } from './auth.ts'

const carried = z.object({ sessionId: z.uuid() })

/** Who asks for this page; null for a visitor. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = carried.safeParse(await getServerSession(authOptions()))
  return session.success ? findActor(theDb(), session.data.sessionId) : null
})

/** Who asks; a visitor is led to the door and comes back to `path` afterwards. */
export async function requireActor(path = '/bienvenue'): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(`/entrer?suite=${encodeURIComponent(path)}`)
  return actor
}

/** Who asks, if they may do `verb`; for others the page does not exist. */
export async function requireRight(
  verb: Extract<
    Verb,
    'workspace.enter' | 'studio.enter' | 'show.edit' | 'people.manage' | 'rundown.read' | 'report.read'
  >,
  path?: string,
): Promise<Actor> {
  const actor = await requireActor(path)
  if (!can(actor, verb, null)) notFound()
  return actor
}

/** Takes the session's cookie off this device. */
export async function dropCookie() {
  ;(await cookies()).delete({ name: sessionCookie(theSite().baseUrl), path: '/' })
}
