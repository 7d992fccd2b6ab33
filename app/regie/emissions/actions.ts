'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { editEpisode, removeEpisode } from '#lib/episode/episode.server.ts'
import { planNextEpisode, saveTemplate } from '#lib/rundown/template.server.ts'
import { parseDuration } from '#lib/time/duration.ts'

const template = z.object({ templateId: z.union([z.uuid(), z.literal('').transform(() => null)]) })

export const planNextAction = act(template, async (actor, { templateId }) => {
  const id = await planNextEpisode(theDb(), actor, new Date(), templateId)
  redirect(`/regie/emissions/${id}/conducteur`)
})

const details = z.object({
  episodeId: z.uuid(),
  title: z.string().trim().max(255, 'Le titre tient en 255 caractères. Rien n’est perdu : raccourcissez-le.'),
  summary: z
    .string()
    .trim()
    .max(4000, 'Le résumé tient en 4 000 caractères. Rien n’est perdu : raccourcissez-le.'),
  number: z.coerce
    .number('Écrivez un numéro.')
    .int('Écrivez un nombre entier.')
    .min(1, 'Le premier numéro est 1.')
    .max(9999, 'Le numéro tient en quatre chiffres.'),
  airDate: z.iso
    .date('Choisissez un jour.')
    .refine((date) => date >= '1950-01-01' && date < '2200-01-01', 'Cette année est trop loin.'),
  airTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure comme 18:00.'),
  // An unticked box is not sent at all.
  isRecorded: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked !== undefined),
  target: z.string().transform((text, check) => {
    const ms = parseDuration(text)
    if (ms !== null && ms > 0) return ms
    check.addIssue({ code: 'custom', message: 'On ne comprend pas cette durée. Écrivez par exemple 27:30.' })
    return z.NEVER
  }),
})

export const editEpisodeAction = act(details, async (actor, { episodeId, target, ...rest }) => {
  await editEpisode(theDb(), actor, episodeId, { ...rest, targetMs: target })
  revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
  return { words: 'C’est gardé.' }
})

export const removeEpisodeAction = act(z.object({ episodeId: z.uuid() }), async (actor, { episodeId }) => {
  await removeEpisode(theDb(), actor, episodeId)
  redirect('/regie/emissions')
})

const keeping = z.object({
  episodeId: z.uuid(),
  name: z.string().trim().min(1, 'Donnez un nom au modèle.').max(80, 'Le nom tient en 80 caractères.'),
})

export const saveTemplateAction = act(keeping, async (actor, { episodeId, name }) => {
  await saveTemplate(theDb(), actor, episodeId, name)
  revalidatePath('/regie', 'layout')
  return { words: `Le modèle « ${name} » est gardé. Il est dans Saison, Modèles.` }
})
