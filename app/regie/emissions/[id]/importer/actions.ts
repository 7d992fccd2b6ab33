'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { importLines, readImport } from '#lib/rundown/import.server.ts'
import { columnChoices } from '#lib/rundown/import-columns.ts'
import { importLimits } from '#lib/rundown/import-lines.ts'

const file = z.object({
  file: z
    .instanceof(File, { error: 'Choisissez un fichier.' })
    .refine(({ size }) => size > 0, 'Choisissez un fichier.')
    .refine(({ size }) => size <= importLimits.bytes, 'Ce fichier est trop lourd : 2 Mo au plus.'),
})

/** Reads a file for the preview; nothing is written. */
export const readFileAction = act(file, async (actor, input) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  return { value: { name: input.file.name, table: await readImport(actor, bytes) } }
})

const cells = z.array(z.string().max(40_000)).max(importLimits.columns)
const order = z.object({
  episodeId: z.uuid(),
  table: z.object({ headings: cells, rows: z.array(cells).max(importLimits.lines) }),
  mapping: z.array(z.enum(columnChoices)).max(importLimits.columns),
  mode: z.enum(['append', 'replace'], 'Choisissez ce que deviennent les lignes déjà là.'),
})

export const importAction = act(order, async (actor, { episodeId, ...rest }) => {
  await importLines(theDb(), actor, episodeId, rest)
  revalidatePath('/regie/emissions', 'layout')
  redirect(`/regie/emissions/${episodeId}/conducteur`)
})
