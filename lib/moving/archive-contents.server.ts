import type { Db } from '#lib/db/db.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import { feedCache } from '#lib/publishing/public-feed.server.ts'
import { localParts } from '#lib/time/airtime.ts'
import { archiveIndex } from './archive-index.ts'
import { publishedParts } from './archive-published.server.ts'
import { filePart } from './archive-section.server.ts'
import { tableParts } from './archive-tables.server.ts'
import { rundownParts, soundParts, storyParts } from './archive-work.server.ts'
import type { ArchivePart } from './zip-writer.server.ts'

export type ArchiveHouse = PublicHouse & { version: string }

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

async function pictureParts(house: PublicHouse, cover: string | null, missing: string[]) {
  return cover ? await filePart(house, `couverture/${cover.replace(/^covers\//, '')}`, cover, missing) : []
}
