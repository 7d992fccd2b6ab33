import { asc, eq, getTableColumns, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, episodes, members, rubrics, stories } from '#lib/db/schema.ts'
import { slugOf } from '#lib/episode/slug.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import type { Actor } from '#lib/people/can.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { readTimedEpisode } from '#lib/rundown/as-run.server.ts'
import { cellText, rundownSheet } from '#lib/rundown/sheet.ts'
import { emptyContent } from '#lib/story/document.ts'
import { readTexts } from '#lib/story/text.server.ts'
import { archivePage } from './archive-html.ts'
import { filePart, type Section } from './archive-section.server.ts'
import { storyHtml, storyMarkdown } from './story-words.ts'
import type { ArchivePart } from './zip-writer.server.ts'

/** Every story that is not binned, as a page and as Markdown. */
export async function storyParts(db: Db): Promise<Section> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      state: stories.state,
      form: stories.form,
      angle: stories.angle,
      warning: stories.warning,
      createdAt: stories.createdAt,
      author: members.name,
      rubric: rubrics.name,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .where(isNull(stories.deletedAt))
    .orderBy(asc(stories.createdAt))
  const texts =
    rows.length > 0
      ? await readTexts(
          db,
          rows.map(({ id }) => id),
        )
      : new Map()
  const all = rows.map((row) => ({ ...row, content: texts.get(row.id) ?? emptyContent }))
  const pathOf = ({ id, title }: { id: string; title: string }) => `sujets/${slugOf(title)}-${id.slice(0, 8)}`
  return {
    parts: all.flatMap((story): ArchivePart[] => [
      { path: `${pathOf(story)}.html`, text: archivePage(story.title, storyHtml(story.content)) },
      { path: `${pathOf(story)}.md`, text: storyMarkdown(story.title, story.content) },
    ]),
    entries: all.map((story) => ({
      path: `${pathOf(story)}.html`,
      words: story.title,
      more: `(${story.author})`,
    })),
    data: all,
  }
}

/** Every rundown as the table that spreadsheets open. */
export async function rundownParts(db: Db, actor: Actor): Promise<Section> {
  const rows = await db.select({ id: episodes.id }).from(episodes).orderBy(asc(episodes.airDate))
  const section: Section = { parts: [], entries: [], data: [] }
  const all: unknown[] = []
  for (const { id } of rows) {
    const timed = await readTimedEpisode(db, actor, id)
    const { episode, show, rundown } = timed
    if (rundown.lines.length > 0) {
      const { isRecorded, targetMs: slotMs, slug, airDate, title } = episode
      const sheet = rundownSheet({
        ...timed,
        lines: rundown.lines,
        slotMs,
        zone: show.timeZone,
        isRecorded,
        columns: show.rundownColumns,
      })
      const path = `conducteurs/${airDate}-${slug}.csv`
      section.parts.push({
        path,
        text: writeCsv([sheet.headings, ...sheet.rows.map((row) => row.map(cellText))]),
      })
      section.entries.push({ path, words: title || airDate, more: `(${airDate})` })
    }
    all.push({ ...episode, lines: rundown.lines })
  }
  return { ...section, data: all }
}

/** Every sound as it came. */
export async function soundParts(db: Db, house: PublicHouse, missing: string[]): Promise<Section> {
  const { subBlocks, waveform, mezzanineFile, listeningFile, ...columns } = getTableColumns(clips)
  const rows = await db
    .select(columns)
    .from(clips)
    .where(isNull(clips.deletedAt))
    .orderBy(asc(clips.createdAt))
  const section: Section = { parts: [], entries: [], data: [] }
  const kept = new Map<string, string>()
  const all: unknown[] = []
  for (const { originalFile, ...clip } of rows) {
    const ending = /\.([a-z0-9]{2,4})$/i.exec(clip.originalName)?.[1]?.toLowerCase() ?? 'son'
    // Sounds that were split share the file that they came in.
    const path = kept.get(originalFile) ?? `sons/${slugOf(clip.title)}-${clip.id.slice(0, 8)}.${ending}`
    const parts = kept.has(originalFile) ? [] : await filePart(house, path, originalFile, missing)
    kept.set(originalFile, path)
    section.parts.push(...parts)
    if (!missing.includes(path))
      section.entries.push({
        path,
        words: clip.title,
        ...(clip.credits ? { more: `(${clip.credits})` } : {}),
      })
    all.push({ ...clip, path })
  }
  return { ...section, data: all }
}
