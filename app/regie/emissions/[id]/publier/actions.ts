'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { momentWords } from '#app/_public/when-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import {
  bringBackEpisode,
  cancelSchedule,
  publishEpisode,
  unpublishEpisode,
} from '#lib/publishing/publishing.server.ts'
import { instantOf } from '#lib/time/airtime.ts'

const episode = z.object({ episodeId: z.uuid() })

export const publishNowAction = act(episode, async (actor, { episodeId }) => {
  await publishEpisode(theDb(), actor, episodeId, null)
  revalidatePath('/', 'layout')
  return { words: 'C’est en ligne. Les applications le verront dans l’heure.' }
})

const hour = z.object({
  episodeId: z.uuid(),
  date: z.iso.date('Choisissez un jour.'),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure comme 09:00.'),
})

export const publishLaterAction = act(hour, async (actor, { episodeId, date, time }) => {
  const { timeZone } = await readShow(theDb())
  const at = new Date(instantOf({ date, time, zone: timeZone }))
  await publishEpisode(theDb(), actor, episodeId, at)
  revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
  return { words: `Prévu ${momentWords(at, timeZone)}. Vous pouvez fermer : ça partira tout seul.` }
})

export const cancelScheduleAction = act(episode, async (actor, { episodeId }) => {
  await cancelSchedule(theDb(), actor, episodeId)
  revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
  return { words: 'L’heure est annulée. Rien ne partira sans vous.' }
})

export const unpublishAction = act(episode, async (actor, { episodeId }) => {
  await unpublishEpisode(theDb(), actor, episodeId)
  revalidatePath('/', 'layout')
  return {
    words: 'C’est retiré du site et du podcast. Rien n’est effacé ici : vous pouvez publier à nouveau.',
  }
})

export const bringBackAction = act(episode, async (actor, { episodeId }) => {
  await bringBackEpisode(theDb(), actor, episodeId)
  revalidatePath('/', 'layout')
  return { words: 'C’est remis en ligne, comme avant.' }
})
