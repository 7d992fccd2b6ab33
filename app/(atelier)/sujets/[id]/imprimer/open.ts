import { cache } from 'react'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readStory, readStoryContent } from '#lib/story/story.server.ts'

/** A story and its text, for whoever prints it; no page for who may not read it. */
export const openToPrint = cache(async (id: string) => {
  const actor = await requireActor(`/sujets/${id}/imprimer`)
  const story = await found(readStory(theDb(), actor, id))
  return { actor, story, content: await readStoryContent(theDb(), actor, id) }
})
