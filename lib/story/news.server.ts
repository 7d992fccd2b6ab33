import { sql } from 'drizzle-orm'
import { announce } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'

/** The channel on which every process hears what happened to a text beside its own sockets. */
export const STORY_CHANNEL = 'story_news'

/**
 * What open pages of a story are told. `text`: words came into the text from elsewhere than a page (a version came
 * back). `notes`: remarks and suggestions. `state`: how far it is, who reads it over. `sounds`: its sounds and voices.
 */
export type StoryNews = { storyId: string; what: 'text' | 'notes' | 'state' | 'sounds' }

/** Tells it to all open pages of the story, and to rundowns that hold it, on whatever process, once the transaction is committed. */
export async function tellStory(tx: Db, news: StoryNews) {
  await tx.execute(sql`select pg_notify(${STORY_CHANNEL}, ${JSON.stringify(news)})`)
  if (news.what !== 'notes') await announce(tx, { storyId: news.storyId })
}

/** What `tellStory` has notified. */
export function readNews(payload: string): StoryNews {
  // We wrote it ourselves, above.
  return JSON.parse(payload) as StoryNews
}
