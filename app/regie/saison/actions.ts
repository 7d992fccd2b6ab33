'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { restoreWeek, skipWeek } from '#lib/rundown/skip.server.ts'
import { planEpisodeAt } from '#lib/rundown/template.server.ts'

const day = z.iso
  .date('Choisissez un jour.')
  .refine((date) => date >= '1950-01-01' && date < '2200-01-01', 'Cette année est trop loin.')

const skipping = z.object({
  monday: day,
  reason: z.string().trim().max(120, 'La raison tient en 120 caractères.'),
})

export const skipWeekAction = act(skipping, async (actor, { monday, reason }) => {
  await skipWeek(theDb(), actor, monday, reason, new Date())
  revalidatePath('/regie', 'layout')
})

export const restoreWeekAction = act(z.object({ monday: day }), async (actor, { monday }) => {
  await restoreWeek(theDb(), actor, monday, new Date())
  revalidatePath('/regie', 'layout')
})

const adding = z.object({
  airDate: day,
  airTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure comme 18:00.'),
  templateId: z.union([z.uuid(), z.literal('').transform(() => null)]),
})

export const planAtAction = act(adding, async (actor, { templateId, ...airing }) => {
  const id = await planEpisodeAt(theDb(), actor, airing, templateId)
  revalidatePath('/regie', 'layout')
  redirect(`/regie/emissions/${id}/conducteur`)
})
