import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { members, storyPeople } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { tellStory } from './news.server.ts'
import { requireStoryRow } from './story-rows.server.ts'

const uuid = z.uuid()

/**
 * Asks a member for a hand with a story: it is shared with them, and stands on their first page. Gives back their name.
 * Asked twice, it is shared once. Refuses `story.unknown-choice` for who is no member, or already its author.
 */
export async function askHand(db: Db, actor: Actor, storyId: string, helperId: string): Promise<string> {
  return await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    const helper = uuid.safeParse(helperId).success ? await findMember(tx, helperId) : undefined
    if (!helper || helper.id === story.authorId) throw new Refusal('story.unknown-choice')
    await tx.insert(storyPeople).values({ storyId, memberId: helper.id }).onConflictDoNothing()
    await tellStory(tx, { storyId, what: 'state' })
    return helper.name
  })
}

/** Shares a story with a member no longer. */
export async function withdrawHand(db: Db, actor: Actor, storyId: string, helperId: string) {
  await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    if (!uuid.safeParse(helperId).success) throw new Refusal('story.unknown-choice')
    await tx
      .delete(storyPeople)
      .where(and(eq(storyPeople.storyId, storyId), eq(storyPeople.memberId, helperId)))
    await tellStory(tx, { storyId, what: 'state' })
  })
}

async function findMember(tx: Db, memberId: string) {
  const [member] = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.suspendedAt)))
  return member
}
