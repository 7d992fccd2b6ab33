import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  members,
  type StoryState,
  storyDocuments,
  storyVersions,
  type VersionReason,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanContent } from './clean.ts'
import { cleanLine } from './clean-text.ts'
import { storyLimits } from './document.ts'
import { keepVersion } from './keep-version.server.ts'
import { isSameText } from './same-text.ts'
import { requireStoryRow } from './story-rows.server.ts'
import { readText } from './text.server.ts'
import { readWritersSince } from './writers.server.ts'

/**
 * Keeps the text by hand, under a name. Refuses `version.name-missing`, and `version.same` when this very text has
 * a name already.
 */
export async function nameVersion(db: Db, actor: Actor, storyId: string, typed: string): Promise<void> {
  const name = cleanLine(typed).slice(0, storyLimits.name)
  if (name === '') throw new Refusal('version.name-missing')
  await db.transaction(async (tx) => {
    const story = await requireStoryRow(tx, actor, storyId, true)
    permit(actor, 'story.edit', story)
    const { memberId } = actor
    const content = await readText(tx, storyId)
    const id = await keepVersion(tx, storyId, {
      reason: 'named',
      state: story.state,
      memberId,
      name,
      content,
    })
    if (id === null) throw new Refusal('version.blank')
    const [kept] = await tx
      .select({ name: storyVersions.name })
      .from(storyVersions)
      .where(eq(storyVersions.id, id))
    if (kept && kept.name !== name) throw new Refusal('version.same', { name: kept.name })
  })
}

/** A version as a list shows it. `by`: who moved, named or restored it, or began to write after it. */
export type VersionLine = {
  id: number
  at: Date
  reason: VersionReason
  by: string | null
  writers: readonly string[]
  name: string
  state: StoryState
  words: number
}

const MOST_LISTED = 300

/** The versions of a text, the latest first, and the text of now, with the names of those who wrote each. */
export async function readVersions(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  const rows = await db
    .select({
      id: storyVersions.id,
      at: storyVersions.at,
      reason: storyVersions.reason,
      memberId: storyVersions.memberId,
      writers: storyVersions.writers,
      name: storyVersions.name,
      state: storyVersions.state,
      words: storyVersions.words,
    })
    .from(storyVersions)
    .where(eq(storyVersions.storyId, storyId))
    .orderBy(desc(storyVersions.id))
    .limit(MOST_LISTED)
  const names = await readNamesById(db)
  const [document] = await db
    .select({ words: storyDocuments.words, at: storyDocuments.changedAt })
    .from(storyDocuments)
    .where(eq(storyDocuments.storyId, storyId))
  const since = await readWritersSince(db, storyId, rows[0]?.at ?? null)
  return {
    title: story.title,
    state: story.state,
    now: {
      at: document?.at ?? story.createdAt,
      words: document?.words ?? 0,
      writers: namedIn(names, null, since).writers,
    },
    versions: rows.map(({ memberId, writers, ...row }): VersionLine => {
      return { ...row, ...namedIn(names, memberId, writers) }
    }),
  }
}

function namedIn(names: Map<string, string>, memberId: string | null, writers: readonly string[]) {
  return {
    by: memberId === null ? null : (names.get(memberId) ?? null),
    writers: writers.flatMap((id) => names.get(id) ?? []),
  }
}

async function readNamesById(db: Db): Promise<Map<string, string>> {
  const people = await db.select({ id: members.id, name: members.name }).from(members)
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** One version with its text, the one before it, and the text of now. Refuses `not-found`. */
export async function readVersion(db: Db, actor: Actor, storyId: string, versionId: number) {
  await requireStoryRow(db, actor, storyId)
  const [version] = await db
    .select()
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.id, versionId)))
  if (!version) throw new Refusal('not-found')
  const [before] = await db
    .select({ id: storyVersions.id, content: storyVersions.content })
    .from(storyVersions)
    .where(and(eq(storyVersions.storyId, storyId), lt(storyVersions.id, versionId)))
    .orderBy(desc(storyVersions.id))
    .limit(1)
  const content = cleanContent(version.content).content
  const now = await readText(db, storyId)
  const names = await readNamesById(db)
  const { memberId, writers, ...row } = version
  return {
    ...row,
    ...namedIn(names, memberId, writers),
    content,
    before: before ? cleanContent(before.content).content : null,
    now,
    isNow: isSameText(content, now),
  }
}

/** The daily round: of pauses older than thirty days one a day remains, by the calendar of `zone`. */
export async function thinVersions(db: Db, zone: string) {
  await db.execute(sql`
    delete from ${storyVersions} where id in (
      select id from (
        select id, row_number() over (
          partition by story_id, (${storyVersions.at} at time zone ${zone})::date order by id desc
        ) as nth
        from ${storyVersions} where reason = 'pause' and ${storyVersions.at} < now() - interval '30 days'
      ) old where nth > 1
    )`)
}
