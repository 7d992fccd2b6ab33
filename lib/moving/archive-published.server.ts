import { asc, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publications, publicFiles } from '#lib/db/schema.ts'
import { publicKinds } from '#lib/publishing/addresses.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { archiveEpisode } from './archive-episode.ts'
import { filePart, type Section } from './archive-section.server.ts'

/** Published files lie as they do on the web: put on a server, the folders answer under their old addresses. */
export async function publishedParts(db: Db, house: PublicHouse, missing: string[]): Promise<Section> {
  const rows = await db
    .select({ notesHtml: publications.notesHtml, episodeId: publications.episodeId })
    .from(publications)
    .orderBy(asc(publications.publishedAt))
  const files = await db.select().from(publicFiles).where(isNull(publicFiles.retiredAt))
  const paths = new Map(files.map(({ id, type }) => [id, publicPath(id, type)]))
  const section: Section = { parts: [], entries: [], data: [] }
  for (const { id, file } of files)
    section.parts.push(...(await filePart(house, paths.get(id) ?? id, file, missing)))
  const all: unknown[] = []
  for (const { episodeId, notesHtml } of rows) {
    const episode = await findPublication(db, { episodeId })
    if (!episode) continue
    const pathOf = (id: string | null) => (id === null ? null : (paths.get(id) ?? null))
    const own = {
      sound: pathOf(episode.masterId),
      chapters: pathOf(episode.chaptersFile),
      vtt: pathOf(episode.vttFile),
      srt: pathOf(episode.srtFile),
    }
    const path = `emissions/${episode.slug}.html`
    section.parts.push({ path, text: archiveEpisode({ ...episode, notesHtml }, own) })
    section.parts.push(
      ...(await filePart(
        house,
        `couverture/${episode.cardFile.replace(/^covers\//, '')}`,
        episode.cardFile,
        missing,
      )),
    )
    section.entries.push({
      path,
      words: episode.title,
      more: `(${episode.airDate}, ${formatDuration(episode.durationMs)})`,
    })
    all.push({ ...episode, notesHtml, files: own })
  }
  return { ...section, data: all }
}

function publicPath(id: string, type: string): string {
  const kind = Object.values(publicKinds).find((one) => one.type === type) ?? publicKinds.audio
  return `${kind.shelf}/${id}.${kind.ending}`
}
