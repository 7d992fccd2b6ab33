'use server'
import { revalidatePath } from 'next/cache'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { editForApps } from '#lib/publishing/for-apps.server.ts'
import { forApps } from './apps-shape.ts'

export const editForAppsAction = act(forApps, async (actor, { episodeId, kind, soundbite }) => {
  await editForApps(theDb(), actor, episodeId, { kind, soundbite })
  revalidatePath(`/regie/emissions/${episodeId}`, 'layout')
  return { words: 'C’est gardé. Le public le verra quand vous publierez.' }
})
