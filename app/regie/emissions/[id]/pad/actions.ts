'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askMaster, cancelMaster } from '#lib/master/master.server.ts'

export const askMasterAction = act(z.object({ episodeId: z.uuid() }), async (actor, { episodeId }) => {
  await askMaster(theDb(), actor, episodeId)
  revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
})

export const cancelMasterAction = act(
  z.object({ episodeId: z.uuid(), masterId: z.uuid() }),
  async (actor, input) => {
    await cancelMaster(theDb(), actor, input.masterId)
    revalidatePath(`/regie/emissions/${input.episodeId}`, 'layout')
    return { words: 'La fabrication est arrêtée. Rien d’autre n’a changé.' }
  },
)
