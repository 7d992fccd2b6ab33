'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askMaster, cancelMaster } from '#lib/master/master.server.ts'

const asking = z.object({
  episodeId: z.uuid(),
  kinds: z
    .array(z.enum(['antenne', 'podcast']))
    .min(1, 'Choisissez ce qu’il faut fabriquer.')
    .max(2),
})

export const askMasterAction = act(asking, async (actor, { episodeId, kinds }) => {
  try {
    for (const kind of kinds) await askMaster(theDb(), actor, episodeId, kind)
  } finally {
    // The first may be on its way though the second was refused.
    revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
  }
})

export const cancelMasterAction = act(
  z.object({ episodeId: z.uuid(), masterId: z.uuid() }),
  async (actor, input) => {
    await cancelMaster(theDb(), actor, input.masterId)
    revalidatePath(`/regie/emissions/${input.episodeId}`, 'layout')
    return { words: 'La fabrication est arrêtée. Rien d’autre n’a changé.' }
  },
)
