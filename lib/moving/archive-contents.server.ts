import { stat } from 'node:fs/promises'
import { asc, eq, getTableColumns, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  clips,
  consents,
  episodes,
  houses,
  members,
  publications,
  publicFiles,
  rubrics,
  seasons,
  stories,
  voices,
} from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { slugOf } from '#lib/episode/slug.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import type { Actor } from '#lib/people/can.ts'
import { publicKinds } from '#lib/publishing/addresses.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { feedCache } from '#lib/publishing/public-feed.server.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'
import { readTimedEpisode } from '#lib/rundown/as-run.server.ts'
import { cellText, rundownSheet } from '#lib/rundown/sheet.ts'
import { emptyContent } from '#lib/story/document.ts'
import { readTexts } from '#lib/story/text.server.ts'
import { localParts } from '#lib/time/airtime.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { archiveEpisode } from './archive-episode.ts'
import { archivePage } from './archive-html.ts'
import { archiveIndex } from './archive-index.ts'
import { storyHtml, storyMarkdown } from './story-words.ts'
import type { ArchivePart } from './zip-writer.server.ts'

export type ArchiveHouse = PublicHouse & { version: string }
type Entry = { path: string; words: string; more?: string }
type Section = { parts: ArchivePart[]; entries: Entry[]; data: unknown }

/** Everything of the radio as the parts of an archive, its first page included. Sounds are named, not read. */
export async function archiveContents(
  db: Db,
  house: ArchiveHouse,
  actor: Actor,
  now: Date,
): Promise<ArchivePart[]> {
  const show = await readShow(db)
  const missing: string[] = []
  const published = await publishedParts(db, house, missing)
  const [written, planned, heard] = [
    await storyParts(db),
    await rundownParts(db, actor),
    await soundParts(db, house, missing),
  ]
  const tables = await tableParts(db)
  const feed = await feedCache({ db, ...house })()
  const { id, coverFile, podcastGuid, ...facts } = show
  const data = {
    show: { ...facts, podcastGuid },
    published: published.data,
    stories: written.data,
    rundowns: planned.data,
    sounds: heard.data,
    ...tables.data,
  }
  const extra: ArchivePart[] = [
    ...(feed?.pages ?? []).map((page, at) => ({
      path: at === 0 ? 'feed.xml' : `feed-${at + 1}.xml`,
      text: page.toString('utf8'),
    })),
    ...(await pictureParts(house, coverFile, missing)),
    { path: 'donnees.json', text: JSON.stringify(data, null, 1) },
  ]
  const { date } = localParts(now.getTime(), show.timeZone)
  const index = archiveIndex({
    ...{ showName: show.name, description: show.description, madeOn: frenchDay(date), missing },
    ...{
      episodes: published.entries,
      stories: written.entries,
      rundowns: planned.entries,
      sounds: heard.entries,
    },
    tables: [
      ...(feed ? [{ path: 'feed.xml', words: 'Le flux du podcast' }] : []),
      ...tables.entries,
      { path: 'donnees.json', words: 'Toutes les données (JSON)' },
    ],
  })
  const parts = [
    ...published.parts,
    ...written.parts,
    ...planned.parts,
    ...tables.parts,
    ...extra,
    ...heard.parts,
  ]
  return [{ path: 'index.html', text: index }, ...parts]
}

const frenchDay = (date: string) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

/** A file on our disk, or nothing where it is gone: then its name is said on the first page. */
async function filePart(
  house: PublicHouse,
  path: string,
  key: string,
  missing: string[],
): Promise<ArchivePart[]> {
  const file = house.files.path(key)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found) return [{ path, file, sizeBytes: found.size }]
  missing.push(path)
  return []
}

async function pictureParts(house: PublicHouse, cover: string | null, missing: string[]) {
  return cover ? await filePart(house, `couverture/${cover.replace(/^covers\//, '')}`, cover, missing) : []
}

/** Published files lie as they do on the web: put on a server, the folders answer under their old addresses. */
async function publishedParts(db: Db, house: ArchiveHouse, missing: string[]): Promise<Section> {
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

async function storyParts(db: Db): Promise<Section> {
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

async function rundownParts(db: Db, actor: Actor): Promise<Section> {
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

async function soundParts(db: Db, house: ArchiveHouse, missing: string[]): Promise<Section> {
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

async function tableParts(db: Db): Promise<{ parts: ArchivePart[]; entries: Entry[]; data: object }> {
  const people = await db
    .select({ name: members.name, role: members.role, house: houses.name })
    .from(members)
    .leftJoin(houses, eq(houses.id, members.houseId))
    .orderBy(asc(members.name))
  const answers = await db
    .select({
      name: voices.name,
      alias: voices.alias,
      isMinor: voices.isMinor,
      story: stories.title,
      sound: clips.title,
      use: consents.use,
      by: consents.by,
      parentName: consents.parentName,
      isYes: consents.isYes,
      proof: consents.proof,
      at: consents.at,
    })
    .from(consents)
    .innerJoin(voices, eq(voices.id, consents.voiceId))
    .innerJoin(stories, eq(stories.id, voices.storyId))
    .leftJoin(clips, eq(clips.id, voices.clipId))
    .orderBy(asc(consents.id))
  const sounds = await db.select().from(clips).where(isNull(clips.deletedAt)).orderBy(asc(clips.createdAt))
  const tables = {
    'personnes.csv': [
      ['Nom', 'Rôle', 'Maison'],
      ...people.map(({ name, role, house }) => [name, role, house ?? '']),
    ],
    'accords.csv': [
      [
        'Voix',
        'Nommée à l’antenne',
        'Mineure',
        'Sujet',
        'Son',
        'Usage',
        'Répondu par',
        'Parent',
        'Réponse',
        'Preuve',
        'Le',
      ],
      ...answers.map((one) => [
        one.name,
        one.alias,
        one.isMinor ? 'oui' : '',
        one.story,
        one.sound ?? '',
        one.use,
        one.by,
        one.parentName,
        one.isYes ? 'oui' : 'non',
        one.proof,
        one.at.toISOString(),
      ]),
    ],
    'sons.csv': [
      ['Son', 'Fichier d’origine', 'Durée', 'Crédits', 'Titre', 'Interprète', 'Auteur', 'Label', 'Droits'],
      ...sounds.map(({ title, originalName, durationMs, credits, music }) => [
        title,
        originalName,
        durationMs === null ? '' : formatDuration(durationMs),
        credits,
        music?.title ?? '',
        music?.performer ?? '',
        music?.author ?? '',
        music?.label ?? '',
        music?.rights ?? '',
      ]),
    ],
  }
  const words = {
    'personnes.csv': 'Les personnes et leur rôle',
    'accords.csv': 'Les accords des voix',
    'sons.csv': 'Les sons et leurs crédits',
  }
  const seasonRows = await db.select().from(seasons).orderBy(asc(seasons.number))
  return {
    parts: Object.entries(tables).map(([path, rows]) => ({ path, text: writeCsv(rows) })),
    entries: Object.entries(words).map(([path, name]) => ({ path, words: name })),
    data: { people, consents: answers, seasons: seasonRows },
  }
}
