'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { makeToken, revokeToken } from '#lib/people/token.server.ts'

const name = z.string().trim().min(1, 'Écrivez le nom de l’outil.').max(60, 'Le nom tient en 60 caractères.')

/** The key is answered once, to be copied into the tool; only its digest is kept. */
export const makeAccessAction = act(z.object({ name }), async (actor, input) => {
  const key = await makeToken(theDb(), actor, 'api', input)
  revalidatePath('/regie/parametres/acces')
  return { value: { name: input.name, secret: key } }
})

export const revokeAccessAction = act(z.object({ id: z.uuid() }), async (actor, { id }) => {
  await revokeToken(theDb(), actor, id)
  revalidatePath('/regie/parametres/acces')
})
