'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askAssembly } from '#lib/sound/assemble-takes.server.ts'
import { readSoundEditor } from '#lib/sound/edit.server.ts'
import { chooseTake } from '#lib/sound/takes.server.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')

export const chooseTakeAction = act(
  z.object({ storyId: id, clipId: id }),
  async (actor, { storyId, clipId }) => {
    await chooseTake(theDb(), actor, storyId, clipId)
    refresh()
    return { words: 'C’est cette prise qui compte.' }
  },
)

export const assembleTakesAction = act(z.object({ storyId: id }), async (actor, { storyId }) => ({
  words: 'On assemble vos prises. Vous pourrez écouter le tout ici, dans un instant.',
  value: await askAssembly(theDb(), actor, storyId),
}))

export const readTrimAction = act(z.object({ clipId: id }), async (actor, { clipId }) => ({
  value: await readSoundEditor(theDb(), actor, clipId),
}))
