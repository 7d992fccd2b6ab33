'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { foundShow } from '#lib/episode/show.server.ts'
import { loadExample } from '#lib/example/example.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'

const founding = z.object({
  name: z.string().trim().min(1, 'Écrivez le nom de l’émission.').max(120, 'Le nom tient en 120 caractères.'),
})

export const foundShowAction = act(founding, async (actor, { name }) => {
  await foundShow(theDb(), actor, name, theFiles())
  redirect('/regie/parametres?nouveau=1')
})

export const loadExampleAction = act(z.unknown(), async (actor) => {
  await loadExample(theDb(), actor, theFiles(), new Date())
  redirect('/regie')
})
