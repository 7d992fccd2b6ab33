'use server'
import { redirect } from 'next/navigation'
import { theDb } from '#lib/db/db.server.ts'
import { endSession } from '#lib/people/session.server.ts'
import { currentActor, dropCookie } from './session.ts'

/** "Ce n'est pas moi": ends the session of this device and leaves. */
export async function leaveAction() {
  const actor = await currentActor()
  if (actor) await endSession(theDb(), actor.sessionId)
  await dropCookie()
  redirect('/entrer?parti=1')
}
