import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { clips, episodes, masters, members, rubrics, seasons, stories } from '#lib/db/schema.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { barredFrom } from '#lib/master/items.server.ts'
import { type RundownLine, rundownOf } from '#lib/rundown/rundown.server.ts'
import { emptyContent } from '#lib/story/document.ts'
import { readTexts } from '#lib/story/text.server.ts'
import { findSentences } from './alignment-rows.server.ts'
import { readFiled } from './filed.server.ts'
import type { VoiceWithoutConsent } from './ready.ts'
import { type HeardItem, type HeardStory, type Snapshot, snapshotOf } from './snapshot.ts'
import { timedTranscript } from './timed-text.ts'
import { readVoicesWithout } from './voices.server.ts'

type Row = typeof episodes.$inferSelect
export type DraftEpisode = Row & { seasonName: string; seasonNumber: number }
export type ReadyMaster = typeof masters.$inferSelect & {
  file: string
  sizeBytes: number
  sha256: string
  durationMs: number
}

/** What publishing now would bring out. Without a finished master there is nothing to hear nor to read. */
export type Draft = {
  show: Show
  episode: DraftEpisode
  master: ReadyMaster | null
  snapshot: Snapshot
  voicesWithoutConsent: VoiceWithoutConsent[]
}

/** Reads an episode as it stands, to be checked and then published. Refuses `not-found`. */
export async function readDraft(db: Db, episodeId: string): Promise<Draft> {
  const show = await readShow(db)
  const [row] = await db
    .select({ episode: episodes, seasonName: seasons.name, seasonNumber: seasons.number })
    .from(episodes)
    .innerJoin(seasons, eq(seasons.id, episodes.seasonId))
    .where(eq(episodes.id, episodeId))
  if (!row) throw new Refusal('not-found')
  const { episode, ...season } = row
  const master = await findMaster(db, episodeId)
  const items = master ? await heardItems(db, episodeId, master) : []
  const snapshot = snapshotOf(items, master?.chapters ?? [])
  const times = master ? await findSentences(db, master.id) : []
  const transcript = timedTranscript(snapshot.transcript, times)
  const voicesWithoutConsent = master ? await readVoicesWithout(db, master.id) : []
  const full = { ...snapshot, transcript }
  return { show, episode: { ...episode, ...season }, master, snapshot: full, voicesWithoutConsent }
}

/** The newest podcast master that is finished. */
export async function findMaster(db: Db, episodeId: string): Promise<ReadyMaster | null> {
  const [master] = await db
    .select()
    .from(masters)
    .where(and(eq(masters.episodeId, episodeId), eq(masters.kind, 'podcast'), eq(masters.state, 'ready')))
    .orderBy(desc(masters.createdAt), desc(masters.finishedAt))
    .limit(1)
  if (!master) return null
  const { file, sizeBytes, sha256, durationMs } = master
  if (file === null || sizeBytes === null || sha256 === null || durationMs === null) return null
  return { ...master, file, sizeBytes, sha256, durationMs }
}

const report = z.object({ leftOut: z.array(z.object({ itemId: z.string() })) })

async function heardItems(db: Db, episodeId: string, master: ReadyMaster): Promise<HeardItem[]> {
  const { lines } = await rundownOf(db, episodeId)
  const told = report.safeParse(master.report)
  const leftOut = told.success ? new Set(told.data.leftOut.map(({ itemId }) => itemId)) : null
  const stories = await readStories(db, lines)
  const pieces = await readPieces(db, lines)
  return lines.map((line) => ({
    id: line.id,
    who: line.who,
    isHeard:
      barredFrom('podcast', line) === null &&
      (leftOut ? !leftOut.has(line.id) : line.clip?.state === 'ready'),
    story: stories.get(line.storyId ?? '') ?? null,
    music: pieces.get(line.clipId ?? '') ?? null,
  }))
}

async function readStories(db: Db, lines: readonly RundownLine[]): Promise<Map<string, HeardStory>> {
  const ids = lines.flatMap(({ storyId, story }) => (storyId && story ? [storyId] : []))
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      warning: stories.warning,
      author: members.name,
      rubric: rubrics.name,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .where(inArray(stories.id, ids))
  const texts = await readTexts(db, ids)
  const filed = await readFiled(db, ids)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        rubric: row.rubric ?? '',
        content: texts.get(row.id) ?? emptyContent,
        filed: filed.get(row.id) ?? {},
      },
    ]),
  )
}

/** Pieces of music by clip; the show's own imaging is not a piece that anybody looks for. */
async function readPieces(db: Db, lines: readonly RundownLine[]) {
  const ids = lines.flatMap(({ clipId }) => (clipId ? [clipId] : []))
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: clips.id, music: clips.music })
    .from(clips)
    .where(and(inArray(clips.id, ids), isNull(clips.imaging)))
  return new Map(rows.map(({ id, music }) => [id, music]))
}
