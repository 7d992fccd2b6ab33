import { createHash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import {
  episodes,
  type ImportLine,
  masters,
  publications,
  shows,
  type TranscriptPart,
} from '#lib/db/schema.ts'
import { makeEpisode } from '#lib/episode/episode.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Outside } from '#lib/machine/outside.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { readDraft } from '#lib/publishing/draft.server.ts'
import { bringOut, type PublicHouse, press } from '#lib/publishing/press.server.ts'
import { localParts } from '#lib/time/airtime.ts'
import { partsOf } from './captions-reading.ts'
import { keptChapters } from './chapters-reading.ts'
import { cleanNotes } from './clean-notes.ts'
import type { MovedItem, MovedShow } from './moved.ts'
import { bringSound } from './moved-sound.server.ts'
import { bringCaptions, bringChapters } from './moved-texts.server.ts'

export type Bringing = {
  db: Db
  house: PublicHouse
  show: MovedShow
  folder: string
  outside: Outside
  signal: AbortSignal
  now: Date
  memberId: string | null
}

/** PostgreSQL could not look longer ones up, and no host makes them. */
const longestGuid = 1000

/** What a master remembers of the item that it was made of. */
const brought = z.object({ broughtFrom: z.object({ sound: z.string(), item: z.string() }) })

/**
 * Brings one item in: episode, master and publication appear together, or nothing does. An item that has not changed since
 * it was brought in is left as it is, whatever was edited here meanwhile. Refuses what cannot be brought in.
 */
export async function bringEpisode(told: MovedItem, bringing: Bringing): Promise<ImportLine> {
  const item = { ...told, title: told.title || bringing.show.title || '—' }
  const { guid, title } = item
  if (item.sound === null) throw new Refusal('no-sound')
  if (guid.length > longestGuid) throw new Refusal('guid-long')
  const print = fingerprint(item)
  const known = await findKnown(bringing.db, guid)
  if (known && !known.from) return { guid, title, outcome: 'same', why: ['made-here'] }
  if (known && !known.isPublic) return { guid, title, outcome: 'same', why: ['withdrawn-here'] }
  if (known?.from?.item === print.item) return { guid, title, outcome: 'same' }
  const why = oddities(item, bringing)
  const made = await collect(item, known?.from?.sound === print.sound ? known : null, bringing, why)
  await keep(item, made, { ...bringing, knownId: known?.episodeId ?? null, print, why })
  return { guid, title, outcome: known ? 'changed' : 'new', ...(why.length > 0 ? { why } : {}) }
}

type Print = { sound: string; item: string }

/** Addresses without their query: hosts put tokens there that change at each question. */
function fingerprint(item: MovedItem): Print {
  const sound = `${item.sound?.url.replace(/\?.*$/, '')} ${item.sound?.bytes}`
  const all = JSON.stringify({ ...item, sound })
  return { sound, item: createHash('sha256').update(all).digest('hex') }
}

type Known = {
  episodeId: string
  masterId: string
  from: Print | null
  durationMs: number
  isPublic: boolean
}

async function findKnown(db: Db, guid: string): Promise<Known | null> {
  const [row] = await db
    .select({ id: episodes.id, masterId: publications.masterId })
    .from(episodes)
    .leftJoin(publications, eq(publications.episodeId, episodes.id))
    .where(eq(episodes.guid, guid))
  if (!row) return null
  const rows = await db.select().from(masters).where(eq(masters.episodeId, row.id))
  const found = rows
    .map((master) => ({ master, from: brought.safeParse(master.report).data?.broughtFrom ?? null }))
    .find(({ master, from }) => (row.masterId ? master.id === row.masterId : from !== null))
  const { id = '', durationMs = 0 } = found?.master ?? {}
  return {
    episodeId: row.id,
    masterId: id,
    from: found?.from ?? null,
    durationMs: durationMs ?? 0,
    isPublic: row.masterId !== null,
  }
}

/** What is not as it should be, and what La Bobine has no place for. */
function oddities(item: MovedItem, { show, now }: Bringing): string[] {
  const why: string[] = []
  if (item.guid === item.sound?.url) why.push('guid-made')
  if (item.publishedAt === null) why.push('no-date')
  else if (item.publishedAt > now.getTime()) why.push('date-to-come')
  if (item.imageUrl !== '' && item.imageUrl !== show.imageUrl) why.push('picture')
  return why
}

type Collected = {
  master: { id: string; isNew: boolean; file: string; sizeBytes: number; sha256: string; durationMs: number }
  chapters: ReturnType<typeof keptChapters>
  transcript: TranscriptPart[]
}

/** Everything that comes over the network, before anything is written. */
async function collect(
  item: MovedItem,
  same: Known | null,
  bringing: Bringing,
  why: string[],
): Promise<Collected> {
  const { house, folder } = bringing
  const told = await bringChapters(item, bringing)
  if (told === null) why.push('chapters')
  const said = await bringCaptions(item, bringing)
  if (said === null && item.transcripts.length > 0) why.push('transcript')
  const sound = same
    ? null
    : await bringSound(item.sound?.url ?? '', { ...bringing, files: house.files, folder })
  if (sound?.isMade) why.push('made-mp3')
  const id = same?.masterId ?? randomUUID()
  const durationMs = sound?.durationMs ?? same?.durationMs ?? 0
  const file = `masters/${id}.mp3`
  if (sound) await house.files.put(file, sound.path)
  const chapters = keptChapters(told ?? [], item.title, durationMs)
  const { sizeBytes = 0, sha256 = '' } = sound ?? {}
  return {
    master: { id, isNew: sound !== null, file, sizeBytes, sha256, durationMs },
    chapters,
    transcript: said ? partsOf(said, chapters, durationMs) : [],
  }
}

type Keeping = Bringing & { knownId: string | null; print: Print; why: string[] }

async function keep(item: MovedItem, made: Collected, keeping: Keeping) {
  const { db, house, show, now, memberId } = keeping
  const { master, transcript } = made
  try {
    await db.transaction(async (tx) => {
      const publishedAt = new Date(Math.min(item.publishedAt ?? now.getTime(), now.getTime()))
      const episodeId = keeping.knownId ?? (await makeMoved(tx, item, publishedAt, keeping.why))
      if (keeping.knownId) await tx.update(episodes).set(wordsOf(item)).where(eq(episodes.id, episodeId))
      await keepMaster(tx, episodeId, made, keeping)
      // The feed's own guid, before publishing would compute one from our address.
      if (show.guid)
        await tx.update(shows).set({ podcastGuid: sql`coalesce(${shows.podcastGuid}, ${show.guid}::uuid)` })
      const draft = await readDraft(tx, episodeId)
      if (draft.master?.id !== master.id) throw new Refusal('made-here')
      const persons = item.persons.length > 0 ? item.persons : show.persons
      const snapshot = { transcript, stories: [], persons, music: [] }
      const pressed = await press({ ...draft, snapshot }, draft.master, house)
      const { kind, soundbite } = item
      const values = { ...pressed.values, kind, soundbite, notesHtml: cleanNotes(item.notes) || null }
      await bringOut(tx, { ...pressed, values }, { publishedAt, now, memberId })
      await tx.update(publications).set({ publishedAt }).where(eq(publications.episodeId, episodeId))
    })
  } catch (cause) {
    if (master.isNew) await house.files.remove(master.file)
    throw cause
  }
}

const wordsOf = ({ title, summary, kind, soundbite }: MovedItem) => ({ title, summary, kind, soundbite })

async function makeMoved(tx: Db, item: MovedItem, publishedAt: Date, why: string[]): Promise<string> {
  const show = await readShow(tx)
  const { date: airDate, time: airTime } = localParts(publishedAt.getTime(), show.timeZone)
  const { guid, number } = item
  const id = await makeEpisode(tx, 'console', show, { airDate, airTime }, { ...wordsOf(item), guid, number })
  const [made] = await tx.select({ number: episodes.number }).from(episodes).where(eq(episodes.id, id))
  if (number !== null && made?.number !== number) why.push('number-taken')
  return id
}

async function keepMaster(
  tx: Db,
  episodeId: string,
  { master, chapters }: Collected,
  { print, memberId, now }: Keeping,
) {
  const report = { broughtFrom: print }
  const { id, isNew, ...facts } = master
  if (!isNew) return await tx.update(masters).set({ report, chapters }).where(eq(masters.id, id))
  return await tx.insert(masters).values({
    ...{ id, episodeId, ...facts, chapters, report, askedBy: memberId },
    ...{ state: 'ready', progress: 1, rundownVersion: 0, createdAt: now, finishedAt: now },
  })
}
