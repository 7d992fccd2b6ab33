import { and, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#lib/db/db.server.ts'
import { audit, storyVersions } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanContent } from './clean.ts'
import { keepVersion } from './keep-version.server.ts'
import { tellStory } from './news.server.ts'
import { isSameText } from './same-text.ts'
import { changeShared, type LinePlace, removeEmptied } from './shared-change.ts'
import { readSharedText } from './shared-text.ts'
import { requireStoryRow } from './story-rows.server.ts'
import { appendUpdate, mergeText, readKeptText } from './text.server.ts'

/** `beforeId`: the version that has the text as it was just before, to take it all back. `emptied`: see `tidyRestored`. */
export type Restored = { beforeId: number; emptied: LinePlace[] }

/**
 * Takes an earlier version back, as one more change of the shared text: open pages get it live, and what others write
 * at that moment stays. The text as it was is kept first. Refuses `story.closed`, and `version.now` when the text reads
 * like that already.
 */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  storyId: string,
  versionId: number,
): Promise<Restored> {
  return await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    if (story.state === 'aired' || story.deletedAt !== null) throw new Refusal('story.closed')
    permit(actor, 'story.write', story)
    const [version] = await tx
      .select({ content: storyVersions.content })
      .from(storyVersions)
      .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.id, versionId)))
    if (!version) throw new Refusal('not-found')
    const { doc } = await readKeptText(tx, storyId)
    const content = readSharedText(doc).content
    if (isSameText(content, version.content)) throw new Refusal('version.now')
    const { memberId } = actor
    const { state } = story
    const beforeId = await keepVersion(tx, storyId, { reason: 'restore', state, memberId, content })
    if (beforeId === null) throw new Error('A text was not kept before another came back')
    let emptied: LinePlace[] = []
    await change(tx, actor, storyId, doc, () => {
      emptied = changeShared(doc, cleanContent(version.content).content)
    })
    await tx
      .insert(audit)
      .values({ memberId, what: 'story.version-restored', object: storyId, facts: { versionId } })
    return { beforeId, emptied }
  })
}

/** Some seconds after a version came back: the lines that it left empty go, unless somebody has written in them. */
export async function tidyRestored(db: Db, actor: Actor, storyId: string, emptied: readonly LinePlace[]) {
  if (emptied.length === 0) return
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    // Aired, put in the bin or shared no longer meanwhile: the empty lines stay, and nobody hears them.
    if (!can(actor, 'story.write', story) || story.deletedAt !== null) return
    const { doc } = await readKeptText(tx, storyId)
    await change(tx, actor, storyId, doc, () => removeEmptied(doc, emptied))
  })
}

/** Writes what `work` does to a shared text like something that was typed, and tells the open pages. */
async function change(tx: Db, actor: Actor, storyId: string, doc: Y.Doc, work: () => void) {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  work()
  if (updates.length === 0) return
  await appendUpdate(tx, storyId, actor.memberId, Y.mergeUpdates(updates))
  await mergeText(tx, storyId)
  await tellStory(tx, { storyId, what: 'text' })
}
