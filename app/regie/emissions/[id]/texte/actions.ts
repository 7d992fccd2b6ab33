'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askAlignment, setSentenceTime } from '#lib/publishing/alignment.server.ts'

const episode = z.object({ episodeId: z.uuid() })

export const askAlignmentAction = act(episode, async (actor, { episodeId }) => {
  await askAlignment(theDb(), actor, episodeId)
  refresh()
})

const time = z.object({
  masterId: z.uuid(),
  at: z.number().int().min(0).max(100_000),
  text: z.string().max(100_000),
  startMs: z.number().int().min(0).max(86_400_000).nullable(),
})

export const setSentenceTimeAction = act(time, async (actor, given) => {
  await setSentenceTime(theDb(), actor, given)
  refresh()
})
