'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { keepColumns } from '#lib/rundown/columns.server.ts'

const name = z
  .string()
  .trim()
  .min(1, 'Donnez un nom à la colonne.')
  .max(40, 'Le nom d’une colonne tient en 40 caractères.')
const columns = z.object({
  columns: z.array(z.object({ name, was: z.string().nullable() })).max(8, 'Huit colonnes au plus.'),
})

export const keepColumnsAction = act(columns, async (actor, { columns: kept }) => {
  await keepColumns(theDb(), actor, kept)
  revalidatePath('/regie/emissions', 'layout')
  return { words: 'Les colonnes sont gardées.' }
})
