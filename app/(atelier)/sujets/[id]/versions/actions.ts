'use server'
import { setTimeout as wait } from 'node:timers/promises'
import { refresh } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { seeCut } from '#lib/story/cut.server.ts'
import { storyLimits } from '#lib/story/document.ts'
import { restoreVersion, tidyRestored } from '#lib/story/restore.server.ts'
import { nameVersion } from '#lib/story/versions.server.ts'

const storyId = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const versionId = z.coerce.number().int().positive()

const named = z.object({
  storyId,
  name: z
    .string()
    .trim()
    .min(1, 'Donnez un nom à cette version.')
    .max(storyLimits.name, `Le nom tient en ${storyLimits.name} caractères.`),
})

export const nameVersionAction = act(named, async (actor, version) => {
  await nameVersion(theDb(), actor, version.storyId, version.name)
  refresh()
  return { words: 'C’est gardé sous ce nom.' }
})

/** Words on their way from other pages have arrived by then. */
const ARRIVED_MS = 5000

export const restoreVersionAction = act(z.object({ storyId, versionId }), async (actor, version) => {
  const { beforeId, emptied } = await restoreVersion(theDb(), actor, version.storyId, version.versionId)
  after(async () => {
    await wait(ARRIVED_MS)
    await tidyRestored(theDb(), actor, version.storyId, emptied)
  })
  refresh()
  return { value: { beforeId } }
})

export const seeCutAction = act(z.object({ storyId }), async (actor, story) => {
  await seeCut(theDb(), actor, story.storyId)
  refresh()
})
