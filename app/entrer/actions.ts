'use server'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { actAsVisitor } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { knock } from '#lib/people/door.server.ts'
import { askLink } from '#lib/people/letter.server.ts'

const ask = z.object({
  email: z.email('Cette adresse n’est pas complète, par exemple prenom@exemple.fr.').max(254),
})

/** The answer is the same for a known and an unknown address. */
export const askLinkAction = actAsVisitor(ask, async ({ email }) => {
  const db = theDb()
  if (!(await knock(db, `mail:${email.toLowerCase()}`, 5))) throw new Refusal('too-many-tries')
  // Known or unknown, the answer takes the same time.
  await Promise.all([askLink(db, email), pause(400)])
  return {
    words:
      'Si cette adresse est connue, un lien arrive. Il marche dix minutes. Rien reçu ? Appelez la maison.',
  }
})
