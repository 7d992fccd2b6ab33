'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { askArchive, removeArchive, stopArchive } from '#lib/moving/archive.server.ts'

const place = '/regie/parametres/emporter'
const one = z.object({ id: z.uuid() })

export const askArchiveAction = act(z.unknown(), async (actor) => {
  await askArchive(theDb(), actor)
  revalidatePath(place)
})

export const stopArchiveAction = act(one, async (actor, { id }) => {
  await stopArchive(theDb(), actor, id)
  revalidatePath(place)
})

export const removeArchiveAction = act(one, async (actor, { id }) => {
  await removeArchive(theDb(), actor, theFiles(), id)
  revalidatePath(place)
  return { words: 'L’archive est effacée.' }
})
