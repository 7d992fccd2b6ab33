'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { refusalWords } from '#app/_door/words.ts'
import { theDb } from '#lib/db/db.server.ts'
import type { RecordedPart } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import {
  dropRecording,
  findQuietPlace,
  readRecording,
  saveRecording,
  setRecording,
} from '#lib/master/recording.server.ts'

const episode = { episodeId: z.uuid() }
const milliseconds = z.number().int().min(0)
const part = z.object({
  itemId: z.uuid().nullable(),
  title: z.string().max(300),
  startMs: milliseconds,
  endMs: milliseconds,
})

/** What became of a cut: kept, or stopped by somebody else's, which is handed over. */
export type Kept =
  | { kind: 'kept'; version: number }
  | { kind: 'stale'; version: number; parts: RecordedPart[] }

export const setRecordingAction = act(
  z.object({ ...episode, clipId: z.uuid('Choisissez un son.') }),
  async (actor, { episodeId, clipId }) => {
    await setRecording(theDb(), actor, episodeId, clipId)
    revalidatePath('/regie/emissions', 'layout')
  },
)

export const saveRecordingAction = act(
  z.object({ ...episode, version: z.number().int(), parts: z.array(part).max(500) }),
  async (actor, { episodeId, version, parts }): Promise<{ words: string; value: Kept }> => {
    try {
      await saveRecording(theDb(), actor, episodeId, version, parts)
    } catch (error) {
      const isStale = isRefusal(error) && error.reason === 'recording.stale'
      const theirs = isStale ? await readRecording(theDb(), actor, episodeId) : null
      if (!theirs) throw error
      const { version: now, parts: cut } = theirs
      return {
        words: refusalWords('recording.stale', {}),
        value: { kind: 'stale', version: now, parts: cut },
      }
    }
    revalidatePath('/regie/emissions', 'layout')
    return { words: 'C’est gardé. Vous pouvez fermer.', value: { kind: 'kept', version: version + 1 } }
  },
)

export const dropRecordingAction = act(z.object(episode), async (actor, { episodeId }) => {
  await dropRecording(theDb(), actor, episodeId)
  revalidatePath('/regie/emissions', 'layout')
})

export const findQuietAction = act(
  z.object({ ...episode, atMs: milliseconds }),
  async (actor, { episodeId, atMs }) => ({ value: await findQuietPlace(theDb(), actor, episodeId, atMs) }),
)
