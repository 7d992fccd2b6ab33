import { eq } from 'drizzle-orm'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { clips } from '#lib/db/schema.ts'
import { tellStory } from '#lib/story/news.server.ts'

/** Tells the story's pages, and every rundown that holds it or one of its sounds, that somebody's yes is another. */
export async function tellVoices(tx: Db, storyId: string) {
  await tellStory(tx, { storyId, what: 'sounds' })
  const sounds = await tx.select({ clipId: clips.id }).from(clips).where(eq(clips.storyId, storyId))
  for (const { clipId } of sounds) await announce(tx, { clipId })
}
