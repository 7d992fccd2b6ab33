'use server'
import { revalidatePath } from 'next/cache'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { editPodcast } from '#lib/publishing/podcast.server.ts'
import { podcastSettings } from './podcast-shape.ts'

export const editPodcastAction = act(podcastSettings, async (actor, settings) => {
  await editPodcast(theDb(), actor, settings, theSite().baseUrl)
  revalidatePath('/', 'layout')
  return { words: 'C’est gardé. Les applications le verront dans l’heure.' }
})
