'use server'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readAirLog } from '#lib/rundown/on-air.server.ts'
import { readRundownTexts } from '#lib/rundown/prompt.server.ts'
import { readStoryPrompt } from '#lib/story/prompt.server.ts'

const shown = z.object({ episodeId: z.uuid(), isRehearsal: z.boolean() })

/** The texts of a show and what was done on air, as of now: for screens that stay open. */
export const readShowTextsAction = act(shown, async (actor, { episodeId, isRehearsal }) => {
  const [texts, log] = await Promise.all([
    readRundownTexts(theDb(), actor, episodeId),
    readAirLog(theDb(), actor, episodeId, isRehearsal),
  ])
  return { value: { texts, log } }
})

/** One story's text as of now. */
export const readStoryTextAction = act(z.object({ storyId: z.uuid() }), async (actor, { storyId }) => ({
  value: await readStoryPrompt(theDb(), actor, storyId),
}))
