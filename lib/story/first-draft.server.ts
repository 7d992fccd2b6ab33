import type { Db } from '#lib/db/db.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { createStory } from './story.server.ts'
import { findStoryRow } from './story-rows.server.ts'

/**
 * Creates a story that was begun without network, its first words with it, all or nothing. `id` was made on the
 * device: a draft that is sent twice, because the first answer got lost, is one story. Refuses as `createStory`,
 * and `not-found` for an id that is somebody else's.
 */
export async function createFromDraft(
  db: Db,
  actor: Actor,
  { id, title, words }: { id: string; title: string; words: string },
): Promise<string> {
  permit(actor, 'story.create', null)
  const known = await findStoryRow(db, id)
  if (known && known.authorId !== actor.memberId) throw new Refusal('not-found')
  return await createStory(db, actor, { id, title, words, rubricId: null, themeIds: [] })
}
