import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, members, storyDocuments, storyVersions, storyWriters } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanContent } from './clean.ts'
import { othersStretches, type Stretch } from './cut.ts'
import type { StoryContent } from './document.ts'
import { keepVersion } from './keep-version.server.ts'
import { requireStoryRow } from './story-rows.server.ts'
import { readText } from './text.server.ts'
import { wordsChanged } from './text-difference.ts'
import { readWritersSince } from './writers.server.ts'

/** What others took out of an author's text, since the version from which to look at it. */
export type Cut = { by: string[]; at: Date; removed: number; added: number; sinceId: number }

const SEEN = 'story.cut-seen'
const MOST_VERSIONS = 200
/** Fewer words that were only replaced are a spelling mended. */
const LEAST_REPLACED = 5

/** What others took out of the actor's own text and the actor has not looked at yet; null when nothing, or not theirs. */
export async function readCut(db: Db, actor: Actor, storyId: string): Promise<Cut | null> {
  const story = await requireStoryRow(db, actor, storyId)
  if (story.authorId !== actor.memberId) return null
  const versions = await db
    .select({ id: storyVersions.id, at: storyVersions.at, writers: storyVersions.writers })
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), gte(storyVersions.id, await readSeen(db, actor, storyId))))
    .orderBy(asc(storyVersions.id))
    .limit(MOST_VERSIONS)
  const last = versions.at(-1)
  if (!last) return null
  const [document] = await db
    .select({ at: storyDocuments.changedAt })
    .from(storyDocuments)
    .where(eq(storyDocuments.storyId, storyId))
  const wroteAt = await readFirstWriting(db, actor, storyId)
  if (!wroteAt) return null
  const now = { at: document?.at ?? last.at, writers: await readWritersSince(db, storyId, last.at) }
  const stretches = othersStretches(versions, now, actor.memberId)
  // What others wrote and took out before the author wrote a word was theirs.
  return await sumOf(
    db,
    storyId,
    stretches.filter(({ at }) => at > wroteAt),
  )
}

async function sumOf(db: Db, storyId: string, stretches: readonly Stretch[]): Promise<Cut | null> {
  const [first] = stretches
  if (!first) return null
  const texts = await readVersionTexts(db, storyId, stretches)
  const total = { removed: 0, added: 0 }
  const by = new Set<string>()
  let at = first.at
  let sinceId: number | null = null
  for (const stretch of stretches) {
    const [before, after] = [texts.get(stretch.from), texts.get(stretch.to)]
    const changed = before && after ? wordsChanged(before, after) : { removed: 0, added: 0 }
    if (changed.removed === 0) continue
    total.removed += changed.removed
    total.added += changed.added
    for (const writer of stretch.writers) by.add(writer)
    at = stretch.at
    sinceId ??= stretch.from
  }
  const isWorthTelling = total.removed > total.added || total.removed >= LEAST_REPLACED
  if (!isWorthTelling || sinceId === null) return null
  const names = await db
    .select({ name: members.name })
    .from(members)
    .where(inArray(members.id, [...by]))
    .orderBy(asc(members.name))
  return { by: names.map(({ name }) => name), at, ...total, sinceId }
}

/** By their ids; the text of now under null. */
async function readVersionTexts(db: Db, storyId: string, stretches: readonly Stretch[]) {
  const ids = [...new Set(stretches.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))]
  const rows = await db
    .select({ id: storyVersions.id, content: storyVersions.content })
    .from(storyVersions)
    .where(inArray(storyVersions.id, ids))
  const texts = new Map<number | null, StoryContent>(
    rows.map(({ id, content }) => [id, cleanContent(content).content]),
  )
  if (stretches.some(({ to }) => to === null)) texts.set(null, await readText(db, storyId))
  return texts
}

async function readFirstWriting(db: Db, actor: Actor, storyId: string): Promise<Date | null> {
  const [own] = await db
    .select({ at: storyWriters.firstAt })
    .from(storyWriters)
    .where(and(eq(storyWriters.storyId, storyId), eq(storyWriters.memberId, actor.memberId)))
  return own?.at ?? null
}

async function readSeen(db: Db, actor: Actor, storyId: string): Promise<number> {
  const [seen] = await db
    .select({ version: sql<number>`(${audit.facts} ->> 'version')::bigint`.mapWith(Number) })
    .from(audit)
    .where(and(eq(audit.what, SEEN), eq(audit.object, storyId), eq(audit.memberId, actor.memberId)))
    .orderBy(desc(audit.id))
    .limit(1)
  return seen?.version ?? 0
}

/** The author has looked at what went: from here on only what goes later is told. */
export async function seeCut(db: Db, actor: Actor, storyId: string) {
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    const content = await readText(tx, storyId)
    const version = await keepVersion(tx, storyId, { reason: 'pause', state: story.state, content })
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: SEEN, object: storyId, facts: { version: version ?? 0 } })
  })
}
