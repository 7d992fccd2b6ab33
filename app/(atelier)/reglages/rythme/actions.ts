'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { forgetPace, keepReadingTest } from '#lib/story/reading-pace.server.ts'

/** A page left open for an hour is no reading; the verb says so in its own words. */
const reading = z.object({ spokenMs: z.number().int().positive().max(86_400_000) })

export const keepReadingTestAction = act(reading, async (actor, { spokenMs }) => {
  const wpm = await keepReadingTest(theDb(), actor, spokenMs)
  refresh()
  return { value: { wpm } }
})

export const forgetPaceAction = act(z.object({}), async (actor) => {
  await forgetPace(theDb(), actor)
  refresh()
  return { words: 'Vos textes sont à nouveau comptés au rythme habituel.' }
})
