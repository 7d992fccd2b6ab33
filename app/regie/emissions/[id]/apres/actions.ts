'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { freezeBroadcast } from '#lib/rundown/broadcast.server.ts'

const signing = z.object({
  episodeId: z.uuid(),
  signedBy: z
    .string()
    .trim()
    .min(1, 'Écrivez le nom de la personne qui signe.')
    .max(120, 'C’est trop long : 120 caractères au plus.'),
})

export const freezeAction = act(signing, async (actor, { episodeId, signedBy }) => {
  await freezeBroadcast(theDb(), actor, episodeId, signedBy)
  revalidatePath('/regie/emissions', 'layout')
  return { words: 'La copie est figée. Elle ne changera plus.' }
})
