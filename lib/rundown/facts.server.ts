import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Subject } from '#lib/db/announce.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { clips, members, rundownItems, stories, storyDocuments } from '#lib/db/schema.ts'
import { readConsentsOfClips, readConsentsOfStories } from '#lib/rights/voices.server.ts'
import { editedMs, editedSoundOf } from '#lib/sound/edit.ts'
import { soundMs } from '#lib/story/cue-length.server.ts'
import { readingTime } from '#lib/time/reading.ts'
import type { ClipFacts, FactsNews, LineFacts, StoryFacts } from './facts.ts'

export type { LineFacts } from './facts.ts'

type Joined = { storyId?: string | null; clipId?: string | null; bedId?: string | null }

/** What the stories and sounds of `lines` say of themselves; those in the bin are left out. */
export async function readFacts(db: Db, lines: readonly Joined[]): Promise<LineFacts> {
  const storyIds = [...new Set(lines.flatMap(({ storyId }) => storyId ?? []))]
  const clipIds = [...new Set(lines.flatMap(({ clipId, bedId }) => [clipId ?? [], bedId ?? []].flat()))]
  return {
    stories: storyIds.length > 0 ? await readStoryFacts(db, storyIds) : {},
    clips: clipIds.length > 0 ? await readClipFacts(db, clipIds) : {},
  }
}

/** Of a story or a sound that was changed: which of these episodes hold it, and what it says of itself now. */
export async function readNewFacts(
  db: Db,
  subject: Subject,
  among: readonly string[],
): Promise<{ episodeIds: string[]; facts: FactsNews }> {
  const { episodeId, storyId, clipId, bedId, deletedAt } = rundownItems
  const isIn =
    'storyId' in subject
      ? or(eq(storyId, subject.storyId), inArray(clipId, clipsOf(db, subject.storyId)))
      : or(eq(clipId, subject.clipId), eq(bedId, subject.clipId))
  const lines = await db
    .select({ episodeId, storyId, clipId, bedId })
    .from(rundownItems)
    .where(and(inArray(episodeId, [...among]), isIn, isNull(deletedAt)))
  const episodeIds = [...new Set(lines.map((line) => line.episodeId))]
  return { episodeIds, facts: await readFactsNews(db, lines) }
}

/** What is allowed of a story's voices counts for its sounds too. */
const clipsOf = (db: Db, storyId: string) =>
  db.select({ id: clips.id }).from(clips).where(eq(clips.storyId, storyId))

/** What all stories and sounds of an episode's lines say of themselves now. */
export async function readEpisodeFacts(db: Db, episodeId: string): Promise<FactsNews> {
  const { storyId, clipId, bedId } = rundownItems
  const lines = await db
    .select({ storyId, clipId, bedId })
    .from(rundownItems)
    .where(and(eq(rundownItems.episodeId, episodeId), isNull(rundownItems.deletedAt)))
  return await readFactsNews(db, lines)
}

async function readFactsNews(db: Db, lines: readonly Joined[]): Promise<FactsNews> {
  const found = await readFacts(db, lines)
  const binned = (ids: (string | null | undefined)[]) =>
    Object.fromEntries(ids.flatMap((id) => (id ? [[id, null]] : [])))
  return {
    stories: { ...binned(lines.map(({ storyId }) => storyId)), ...found.stories },
    clips: { ...binned(lines.flatMap(({ clipId, bedId }) => [clipId, bedId])), ...found.clips },
  }
}

async function readStoryFacts(db: Db, ids: string[]): Promise<Record<string, StoryFacts>> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      state: stories.state,
      author: members.name,
      words: storyDocuments.words,
      soundMs,
      wpm: members.readingWpm,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(storyDocuments, eq(storyDocuments.storyId, stories.id))
    .where(and(inArray(stories.id, ids), isNull(stories.deletedAt)))
  const allowed = await readConsentsOfStories(db, ids)
  return Object.fromEntries(
    rows.map(({ id, words, soundMs, wpm, ...story }) => [
      id,
      {
        ...{ ...story, words: words ?? 0, consent: allowed.get(id) ?? null },
        readingMs: readingTime(words ?? 0, wpm ?? undefined) + soundMs,
      },
    ]),
  )
}

async function readClipFacts(db: Db, ids: string[]): Promise<Record<string, ClipFacts>> {
  const rows = await db
    .select({
      id: clips.id,
      title: clips.title,
      state: clips.state,
      durationMs: clips.durationMs,
      facts: clips.facts,
      edit: clips.edit,
      music: clips.music,
    })
    .from(clips)
    .where(and(inArray(clips.id, ids), isNull(clips.deletedAt)))
  const allowed = await readConsentsOfClips(db, ids)
  return Object.fromEntries(
    rows.map((clip) => [
      clip.id,
      {
        title: clip.title,
        state: clip.state,
        durationMs: clip.durationMs === null ? null : editedMs(clip.edit, editedSoundOf(clip)),
        isCommercial: clip.music?.rights === 'commercial',
        consent: allowed.get(clip.id) ?? null,
      },
    ]),
  )
}
