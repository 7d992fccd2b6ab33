'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { moveBack, moveToEpisode, readMoveTargets } from '#lib/rundown/move-to-episode.server.ts'

const ids = z.array(z.uuid()).min(1).max(500)

/** Where lines of an episode can go: read when somebody asks to move them. */
export const moveTargetsAction = act(z.object({ episodeId: z.uuid() }), async (actor, { episodeId }) => ({
  value: await readMoveTargets(theDb(), actor, episodeId, new Date()),
}))

export const moveToWeekAction = act(
  z.object({ lineIds: ids, targetId: z.uuid('Choisissez une semaine.') }),
  async (actor, { lineIds, targetId }) => {
    const moved = await moveToEpisode(theDb(), actor, lineIds, targetId)
    revalidatePath('/regie', 'layout')
    return { value: moved }
  },
)

const moved = z.object({ from: z.uuid(), to: z.uuid(), itemIds: ids, madeIds: ids })

export const moveBackAction = act(moved, async (actor, what) => {
  await moveBack(theDb(), actor, what)
  revalidatePath('/regie', 'layout')
})
