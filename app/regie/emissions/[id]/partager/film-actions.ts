'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askAudiogram, removeAudiogram, stopAudiogram } from '#lib/publishing/audiogram.server.ts'
import { parseDuration } from '#lib/time/duration.ts'

const asking = z.object({
  episodeId: z.uuid(),
  /** Of a moment in the list, milliseconds. */
  moment: z.coerce.number().int().min(0),
  /** Typed instead; empty takes the moment of the list. */
  exactly: z
    .string()
    .trim()
    .refine((typed) => typed === '' || parseDuration(typed) !== null, 'Écrivez l’instant comme 2:05.'),
  seconds: z.coerce.number().int().min(5).max(60),
})

export const askFilmAction = act(asking, async (actor, { episodeId, moment, exactly, seconds }) => {
  const startMs = exactly === '' ? moment : (parseDuration(exactly) ?? moment)
  await askAudiogram(theDb(), actor, episodeId, { startMs, durationMs: seconds * 1000 })
  revalidatePath(`/regie/emissions/${episodeId}/partager`)
})

const one = z.object({ episodeId: z.uuid(), filmId: z.uuid() })

export const stopFilmAction = act(one, async (actor, { episodeId, filmId }) => {
  await stopAudiogram(theDb(), actor, filmId)
  revalidatePath(`/regie/emissions/${episodeId}/partager`)
  return { words: 'Le film est arrêté.' }
})

export const removeFilmAction = act(one, async (actor, { episodeId, filmId }) => {
  await removeAudiogram(theDb(), actor, filmId)
  revalidatePath(`/regie/emissions/${episodeId}/partager`)
})
