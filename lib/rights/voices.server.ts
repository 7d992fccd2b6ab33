import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, consents, voices } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can, type StoryRights } from '#lib/people/can.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { type Consented, consentedBy } from './consent.ts'
import { type SoundOf, voicesOfClip, voicesOfStory } from './voices-of.ts'

/** A voice with all its answers, the oldest first. */
export type Voice = Awaited<ReturnType<typeof readAll>>[number]
/** Who speaks in a story, as its pages show it. */
export type ShownVoice = Voice & { clip: { id: string; title: string } | null }

/**
 * The voices of a story and of its sounds, in the order in which they were named. What neighbours answered is for those
 * who ask them and for the studio, not for everybody who reads the text over: others are refused `not-allowed`.
 */
export async function readVoices(db: Db, actor: Actor, storyId: string): Promise<ShownVoice[]> {
  if (!maySeeVoices(actor, await requireStoryRow(db, actor, storyId))) throw new Refusal('not-allowed')
  return await voicesIn(db, storyId)
}

/** Whether `actor` may know who speaks in a story, and what they answered. */
export function maySeeVoices(actor: Actor, story: StoryRights): boolean {
  return can(actor, 'studio.enter', null) || can(actor, 'story.edit', story)
}

/** As `readVoices`, for whoever has checked the right already. A voice in a sound goes where the sound goes. */
export async function voicesIn(db: Db, storyId: string): Promise<ShownVoice[]> {
  const home = sql`coalesce(${clips.storyId}, ${voices.storyId})`
  const rows = await db
    .select({ id: voices.id, clip: { id: clips.id, title: clips.title } })
    .from(voices)
    .leftJoin(clips, eq(clips.id, voices.clipId))
    .where(eq(home, storyId))
  const clipOf = new Map(rows.map(({ id, clip }) => [id, clip]))
  const found = await readAll(db, inIds([...clipOf.keys()]))
  return found.map((voice) => ({ ...voice, clip: clipOf.get(voice.id) ?? null }))
}

const inIds = (ids: readonly string[]) => (ids.length === 0 ? sql`false` : inArray(voices.id, [...ids]))

/** What those who are heard in each sound allow; a sound in which nobody is known to speak is not there. */
export async function readConsentsOfClips(
  db: Db,
  clipIds: readonly string[],
): Promise<Map<string, Consented>> {
  const { sounds, known } = await readVoicesAround(db, { clipIds, storyIds: [] })
  return allowed([...sounds.values()].map((sound) => [sound.id, consentedBy(voicesOfClip(known, sound))]))
}

/** What those who speak in each story's text allow. */
export async function readConsentsOfStories(
  db: Db,
  storyIds: readonly string[],
): Promise<Map<string, Consented>> {
  const { known } = await readVoicesAround(db, { clipIds: [], storyIds })
  return allowed(storyIds.map((id) => [id, consentedBy(voicesOfStory(known, id))]))
}

const allowed = (pairs: readonly [string, Consented | null][]) =>
  new Map(pairs.flatMap(([id, consented]) => (consented ? [[id, consented] as const] : [])))

/** Everybody who may be heard in these sounds and stories, and what is known of the sounds. */
export async function readVoicesAround(
  db: Db,
  { clipIds, storyIds }: { clipIds: readonly string[]; storyIds: readonly string[] },
): Promise<{ sounds: Map<string, SoundOf>; known: Voice[] }> {
  const sounds = await readSounds(db, clipIds)
  const around = [...sounds.values()]
  const tied = around.flatMap(({ id, splitFrom }) => [id, ...splitFrom])
  const told = [...storyIds, ...around.flatMap(({ storyId }) => storyId ?? [])]
  if (tied.length + told.length === 0) return { sounds, known: [] }
  const inSounds = tied.length > 0 ? inArray(voices.clipId, tied) : undefined
  const inStories = told.length > 0 ? inArray(voices.storyId, told) : undefined
  const known = await readAll(db, or(inSounds, inStories))
  return { sounds, known }
}

/** Sounds with those that they were split from, however far back. */
async function readSounds(db: Db, clipIds: readonly string[]): Promise<Map<string, SoundOf>> {
  const known = new Map<string, { storyId: string | null; splitFromId: string | null }>()
  let wanted = [...new Set(clipIds)]
  while (wanted.length > 0) {
    const rows = await db
      .select({ id: clips.id, storyId: clips.storyId, splitFromId: clips.splitFromId })
      .from(clips)
      .where(inArray(clips.id, wanted))
    for (const { id, ...row } of rows) known.set(id, row)
    wanted = rows.flatMap(({ splitFromId }) => (splitFromId && !known.has(splitFromId) ? [splitFromId] : []))
  }
  const before = (id: string): string[] => {
    const from = known.get(id)?.splitFromId
    return from ? [from, ...before(from)] : []
  }
  return new Map(
    clipIds.flatMap((id) => {
      const row = known.get(id)
      return row ? [[id, { id, storyId: row.storyId, splitFrom: before(id) }] as const] : []
    }),
  )
}

async function readAll(db: Db, which: ReturnType<typeof or>) {
  const rows = await db
    .select({
      id: voices.id,
      storyId: voices.storyId,
      clipId: voices.clipId,
      memberId: voices.memberId,
      name: voices.name,
      alias: voices.alias,
      isMinor: voices.isMinor,
    })
    .from(voices)
    .where(and(isNull(voices.removedAt), which))
    .orderBy(asc(voices.createdAt), asc(voices.id))
  const ids = rows.map(({ id }) => id)
  const given =
    ids.length === 0
      ? []
      : await db.select().from(consents).where(inArray(consents.voiceId, ids)).orderBy(asc(consents.id))
  const answersOf = Map.groupBy(given, ({ voiceId }) => voiceId)
  return rows.map((row) => ({ ...row, answers: answersOf.get(row.id) ?? [] }))
}
