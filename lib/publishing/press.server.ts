import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, episodes, publications, publicFiles, rubrics } from '#lib/db/schema.ts'
import { touchShow } from '#lib/episode/touch-show.server.ts'
import { drawSocialCard } from '#lib/machine/cover.server.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { feedPath, publicKinds, rubricFeedPath } from './addresses.ts'
import { chaptersJson, episodeChapters } from './chapters.ts'
import type { Draft, ReadyMaster } from './draft.server.ts'
import { podcastGuid, uuidV5 } from './guid.ts'
import { keepSearchLines } from './search-lines.server.ts'
import { srt, transcriptCues, vtt } from './transcript.ts'

/** Where public files are kept and under which address (no trailing slash) listeners reach us. */
export type PublicHouse = { files: FileStore; baseUrl: string }

/** That of this process. */
export const thePublicHouse = (): PublicHouse => ({ files: theFiles(), baseUrl: theSite().baseUrl })

type FileRow = Omit<typeof publicFiles.$inferInsert, 'firstPublishedAt'>
type Values = Omit<typeof publications.$inferInsert, 'publishedAt' | 'changedAt'>
/** Everything is on disk; only the switch is left. */
export type Pressed = { values: Values; rows: FileRow[]; guid: string; baseUrl: string }

export const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()

/** What of a draft is frozen as it is: for publishing, and to see whether something changed since. */
export function frozenWords({ episode, snapshot }: Draft, master: ReadyMaster) {
  const { number, seasonNumber, seasonName, airDate } = episode
  return {
    masterId: master.id,
    durationMs: master.durationMs,
    chapters: master.chapters ?? [],
    title: episode.title.trim(),
    summary: episode.summary.trim(),
    kind: episode.kind,
    soundbite: episode.soundbite,
    ...{ number, seasonNumber, seasonName, airDate },
    ...snapshot,
    alternatives: master.variants.map(({ file, ...variant }) => ({
      ...variant,
      fileId: uuidV5(master.id, variant.kind, sha1),
    })),
  }
}

/** Writes chapters, transcripts and picture to the file store. Written twice they are the same files. */
export async function press(draft: Draft, master: ReadyMaster, { files, baseUrl }: PublicHouse) {
  const words = frozenWords(draft, master)
  const { id: episodeId } = draft.episode
  const write = async (kind: 'chapters' | 'vtt' | 'srt', text: string): Promise<FileRow> => {
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { ending, type } = publicKinds[kind]
    return {
      id: uuidV5(episodeId, `${kind}:${sha256}`, sha1),
      file: await files.putBytes('texts/', `.${ending}`, bytes),
      ...{ type, sha256, episodeId, sizeBytes: bytes.length },
    }
  }
  const titles = { title: words.title, showTitle: draft.show.name }
  const cues = transcriptCues(words.transcript, words.durationMs)
  const hasText = cues.length > 0
  const chapters = await write(
    'chapters',
    chaptersJson(episodeChapters(words.chapters, words.durationMs), titles),
  )
  const vttRow = hasText ? await write('vtt', vtt(cues)) : null
  const srtRow = hasText ? await write('srt', srt(cues)) : null
  const card = await drawSocialCard({ title: words.title, subtitle: draft.show.name })
  const { file, sizeBytes, sha256 } = master
  const sound = { id: master.id, file, sizeBytes, sha256, episodeId, type: publicKinds.audio.type }
  const lighter = master.variants.map(
    ({ kind, ...variant }): FileRow => ({ ...variant, id: uuidV5(master.id, kind, sha1), episodeId }),
  )
  const pressed: Pressed = {
    values: {
      ...words,
      episodeId,
      chaptersFile: chapters.id,
      vttFile: vttRow?.id ?? null,
      srtFile: srtRow?.id ?? null,
      cardFile: await files.putBytes('covers/card-', '.jpg', card),
    },
    rows: [sound, chapters, vttRow, srtRow, ...lighter].filter((row) => row !== null),
    guid: podcastGuid(baseUrl + feedPath, sha1),
    baseUrl,
  }
  return { ...pressed, words }
}

/**
 * The switch, in the caller's transaction: files, page and item of the feed appear together. An episode that
 * was public already keeps its date; what a newer file replaces is retired.
 */
export async function bringOut(
  tx: Db,
  { values, rows, guid, baseUrl }: Pressed,
  when: { publishedAt: Date; now: Date; memberId: string | null },
) {
  const { episodeId } = values
  await tx.update(episodes).set({ publishAt: null }).where(eq(episodes.id, episodeId))
  await touchShow(tx, guid)
  await openRubricFeeds(tx, values.stories, baseUrl)
  for (const row of rows) {
    await tx
      .insert(publicFiles)
      .values({ ...row, firstPublishedAt: when.now })
      .onConflictDoUpdate({ target: publicFiles.id, set: { ...row, retiredAt: null } })
  }
  const current = rows.map((row) => row.id)
  await tx
    .update(publicFiles)
    .set({ retiredAt: when.now })
    .where(
      and(
        eq(publicFiles.episodeId, episodeId),
        isNull(publicFiles.retiredAt),
        notInArray(publicFiles.id, current),
      ),
    )
  await tx
    .insert(publications)
    .values({ ...values, publishedAt: when.publishedAt, changedAt: when.now })
    .onConflictDoUpdate({ target: publications.episodeId, set: { ...values, changedAt: when.now } })
  await keepSearchLines(tx, episodeId)
  await tx.insert(audit).values({
    memberId: when.memberId,
    what: 'episode.published',
    object: episodeId,
    facts: { masterId: values.masterId },
  })
}

/** The feed of a rubric begins with its first publication, and is known by its first address for ever. */
async function openRubricFeeds(tx: Db, stories: Values['stories'], baseUrl: string) {
  const slugs = stories.flatMap(({ rubricSlug }) => rubricSlug ?? [])
  const unopened = and(inArray(rubrics.slug, slugs), isNull(rubrics.podcastGuid))
  for (const { id, slug } of await tx.select().from(rubrics).where(unopened))
    await tx
      .update(rubrics)
      .set({ podcastGuid: podcastGuid(baseUrl + rubricFeedPath(slug), sha1) })
      .where(eq(rubrics.id, id))
}
