import { redirect } from 'next/navigation'
import { requireActor } from '#app/_door/session.ts'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'

/** Where a fresh sign-in goes: the founder to the first steps, everybody else to their own room. */
export async function GET() {
  const actor = await requireActor()
  if (actor.role === 'coordination') redirect((await findShow(theDb())) ? '/regie' : '/premiers-pas')
  redirect(actor.role === 'technique' ? '/regie/emissions' : '/ma-bobine')
}
