'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { lookAtFeed, startImport, stopImport } from '#lib/moving/import.server.ts'

const place = '/regie/parametres/reprendre'

const address = z.object({
  address: z.string().trim().min(1, 'Écrivez l’adresse du flux.').max(2000, 'Cette adresse est trop longue.'),
})
const file = z.object({
  file: z
    .file('Choisissez le fichier du flux.')
    .min(1, 'Choisissez le fichier du flux.')
    .max(
      10_000_000,
      'Ce fichier est trop lourd\u00a0: 10 Mo au plus. Reprenez plutôt le flux par son adresse.',
    ),
})

export const lookAtAddressAction = act(address, async (actor, input) => {
  const given = /^[a-z][a-z0-9+.-]*:\/\//i.test(input.address) ? input.address : `https://${input.address}`
  const id = await lookAtFeed(theDb(), actor, theFiles(), { address: given })
  redirect(`${place}/${id}`)
})

export const lookAtFileAction = act(file, async (actor, input) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const id = await lookAtFeed(theDb(), actor, theFiles(), { name: input.file.name, bytes })
  redirect(`${place}/${id}`)
})

const one = z.object({ id: z.uuid() })

export const startImportAction = act(one, async (actor, { id }) => {
  await startImport(theDb(), actor, id)
  revalidatePath(`${place}/${id}`)
})

export const stopImportAction = act(one, async (actor, { id }) => {
  await stopImport(theDb(), actor, id)
  revalidatePath(`${place}/${id}`)
})
