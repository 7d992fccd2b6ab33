'use server'
import { setTimeout as pause } from 'node:timers/promises'
import { headers } from 'next/headers'
import { z } from 'zod'
import { actAsVisitor } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { knock } from '#lib/people/door.server.ts'
import { askLink } from '#lib/people/letter.server.ts'

const ask = z.object({
  email: z.email('Cette adresse n’est pas complète, par exemple prenom@exemple.fr.').max(254),
})

const mailDoor = (email: string) => `mail:${email.toLowerCase()}`

/** The answer is the same for a known and an unknown address. */
export const askLinkAction = actAsVisitor(ask, async ({ email }) => {
  const db = theDb()
  // The gate wrote this header itself, whatever the visitor sent.
  const address = (await headers()).get('x-forwarded-for') ?? ''
  const mayAsk = (await knock(db, `mail-ip:${address}`, 20)) && (await knock(db, mailDoor(email), 5))
  if (!mayAsk) throw new Refusal('too-many-tries')
  // Known or unknown, the answer takes the same time.
  await Promise.all([askLink(db, email), pause(400)])
  return {
    words:
      'Si cette adresse est connue, un lien arrive. Il marche dix minutes. Rien reçu ? Appelez la maison.',
  }
})
