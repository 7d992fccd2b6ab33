'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { editSound, splitSound } from '#lib/sound/edit.server.ts'
import { mostParts } from '#lib/sound/edit.ts'

const oldPage = 'Cette page est trop ancienne. Rechargez-la.'
const clipId = z.uuid(oldPage)
const ms = z.number(oldPage)
const part = z.object({ startMs: ms, endMs: ms }, oldPage)
const edit = z
  .object(
    {
      parts: z.array(part, oldPage).max(mostParts, `Gardez ${mostParts} morceaux au plus.`),
      fadeInMs: ms,
      fadeOutMs: ms,
      gainDb: z.number(oldPage),
      keepsSilence: z.boolean(oldPage),
      cleanUps: z.array(z.enum(['rumble', 'hum', 'hiss', 'ride', 'ess'], oldPage), oldPage),
    },
    oldPage,
  )
  .nullable()

export const editSoundAction = act(
  z.object({ clipId, edit, seen: edit }, oldPage),
  async (actor, { clipId, edit, seen }) => {
    const value = await editSound(theDb(), actor, clipId, edit, seen)
    refresh()
    return { words: 'C’est gardé.', value }
  },
)

export const splitSoundAction = act(
  z.object({ clipId, atMs: ms }, oldPage),
  async (actor, { clipId, atMs }) => {
    const value = await splitSound(theDb(), actor, clipId, atMs)
    refresh()
    return { words: 'Ce sont deux sons.', value }
  },
)
