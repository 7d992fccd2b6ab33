import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, stories } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { createStory } from './story.server.ts'

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
  return await db.transaction(async (tx) => {
    // One draft of a member after the other: the same one from two tabs waits here for the first.
    await tx.select({ id: members.id }).from(members).where(eq(members.id, actor.memberId)).for('update')
    const [known] = await tx.select({ authorId: stories.authorId }).from(stories).where(eq(stories.id, id))
    if (known && known.authorId !== actor.memberId) throw new Refusal('not-found')
    if (known) return id
    return await createStory(tx, actor, { id, title, words, rubricId: null, themeIds: [] })
  })
}
