import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  clips,
  episodes,
  masters,
  members,
  rubrics,
  seasons,
  stories,
  storyDocuments,
} from '#lib/db/schema.ts'
import { editShow, foundShow } from '#lib/episode/show.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { PublicHouse } from '#lib/publishing/publishing.server.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { contentFromBlocks, type DraftBlock } from '#lib/story/draft.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

export const baseUrl = 'https://radio.example'

/** A radio with one show, a coordination, two residents, and everything needed to publish; in `given`, or a folder of its own. */
export async function radioOf(db: Db, given?: string) {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'bobine-publishing-')))
  const sounds = soundFolder()
  const house: PublicHouse = { files: await openFiles(dataDir), baseUrl }
  await foundShow(db, 'console', 'La Bobine & co', house.files)
  await editShow(
    db,
    'console',
    {
      description: 'Le magazine des maisons de quartier.',
      publisher: 'Association La Bobine',
      director: 'Nadia Belkacem',
      ownerEmail: 'contact@radio.example',
      slotWeekday: 5,
      locationName: 'Romans-sur-Isère',
      locationGeo: '45.0464, 5.0517',
    },
    house.files,
  )
  const [season] = await db.insert(seasons).values({ name: '2026-2027', number: 3 }).returning()
  const [rubric] = await db.insert(rubrics).values({ name: 'Culture', slug: 'culture' }).returning()
  if (!season || !rubric) throw new Error('no season')
  const member = async (name: string, role: Actor['role']): Promise<Actor> => {
    const [row] = await db.insert(members).values({ name, role }).returning()
    if (!row) throw new Error('no member')
    return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
  }
  const people = {
    nadia: await member('Nadia', 'coordination'),
    fatiha: await member('Fatiha', 'resident'),
    denise: await member('Denise', 'resident'),
  }
  let made = 0
  const tones = new Map<number, string>()
  /** Encoded once for each length, as most of what an episode here costs is its sound. */
  function tone(seconds: number): string {
    const known = tones.get(seconds)
    if (known) return known
    const path = sounds.make(`${seconds}.mp3`, ...synth('sine=440', seconds), '-b:a', '128k')
    tones.set(seconds, path)
    return path
  }

  /** An episode of two texts, one of them kept off the podcast, and a song; with a finished master. */
  async function episode(title: string, details: { seconds?: number } = {}) {
    made++
    const [row] = await db
      .insert(episodes)
      .values({
        seasonId: season?.id ?? '',
        number: made,
        slug: `episode-${made}`,
        title,
        summary: `Résumé de « ${title} ».`,
        ...{ airDate: '2026-11-20', airTime: '18:00', targetMs: 60_000 },
      })
      .returning()
    if (!row) throw new Error('no episode')
    const opening = await story('Chapeau', people.denise, [
      { type: 'leadIn', by: 'Denise', text: 'Bonjour, ici la Bobine.' },
      { type: 'offAir', text: 'Ne pas lire : appeler Monique.' },
    ])
    const lemons = await story('Les citrons', people.fatiha, [
      { type: 'question', by: 'Denise', text: 'Que faites-vous des citrons ?' },
      { type: 'paragraph', by: 'Fatiha', text: 'On les coupe & on les sale.' },
    ])
    const secret = await story('La voisine', people.fatiha, [
      { type: 'paragraph', by: 'Voisine', text: 'Seulement pour l’antenne.' },
    ])
    const song = await clip('La valse', { music: 'free' })
    const add = (kind: 'voice' | 'clip' | 'music', name: string, more: object) =>
      addItem(db, people.nadia, row.id, { kind, title: name, ...more })
    const itemIds = [
      await add('voice', 'Chapeau et titres', { storyId: opening, clipId: await clip('a') }),
      await add('clip', 'Les citrons', { storyId: lemons, clipId: await clip('b') }),
      await add('clip', 'La voisine', { storyId: secret, clipId: await clip('c'), goesTo: 'antenne' }),
      await add('music', 'La valse', { clipId: song }),
    ]
    const masterId = await master(row.id, itemIds, details.seconds ?? 6)
    return { id: row.id, slug: row.slug, guid: row.guid, masterId, itemIds, lemons }
  }

  async function story(title: string, author: Actor, blocks: DraftBlock[]) {
    const [row] = await db
      .insert(stories)
      .values({ title, authorId: author.memberId, rubricId: rubric?.id, state: 'ready' })
      .returning()
    if (!row) throw new Error('no story')
    await writeText(row.id, blocks)
    return row.id
  }

  async function writeText(storyId: string, blocks: DraftBlock[]) {
    const kept = { content: contentFromBlocks(blocks), state: new Uint8Array(2) }
    await db
      .insert(storyDocuments)
      .values({ storyId, ...kept })
      .onConflictDoUpdate({ target: storyDocuments.storyId, set: kept })
  }

  async function clip(title: string, piece?: { music: 'free' | 'commercial' }) {
    const music = piece && {
      title,
      performer: 'Les Lampadaires',
      author: 'X',
      label: '',
      catalogue: '',
      isrc: '',
      rights: piece.music,
    }
    const id = randomUUID()
    await db.insert(clips).values({
      ...{ id, title, state: 'ready', originalName: `${title}.wav`, originalFile: `originals/${id}` },
      ...{ sizeBytes: 1, durationMs: 2000, music: music ?? null },
    })
    return id
  }

  /** A real MP3 with three chapters, made from the rundown as it stands. */
  async function master(
    episodeId: string,
    [first = '', second = '', , fourth = '']: string[],
    seconds: number,
  ) {
    const id = randomUUID()
    const path = tone(seconds)
    await house.files.putCopy(`masters/${id}.mp3`, path)
    const durationMs = seconds * 1000
    const chapter = (startMs: number, endMs: number, title: string, itemId: string) => ({
      ...{ startMs, endMs, title, itemId },
    })
    await db.insert(masters).values({
      ...{ id, episodeId, state: 'ready', progress: 1, file: `masters/${id}.mp3`, durationMs },
      rundownVersion: sql`(select rundown_version from ${episodes} where id = ${episodeId})`,
      sizeBytes: (await stat(path)).size,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      chapters: [
        chapter(0, 2000, 'Chapeau et titres', first),
        chapter(2000, 5000, 'Les citrons', second),
        chapter(5000, durationMs, 'La valse', fourth),
      ],
      finishedAt: new Date(),
    })
    return id
  }

  /** Gives a master an Opus copy, as the job does. */
  async function lighten(masterId: string) {
    const path = sounds.make(`${masterId}.opus`, ...synth('sine=440', 6), '-b:a', '48k')
    const file = `masters/${masterId}-opus.opus`
    await house.files.putCopy(file, path)
    const bytes = readFileSync(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const copy = { kind: 'opus' as const, type: 'audio/ogg', file, sizeBytes: bytes.length, sha256 }
    await db
      .update(masters)
      .set({ variants: [copy] })
      .where(eq(masters.id, masterId))
  }

  async function close() {
    sounds.remove()
    if (!given) await rm(dataDir, { recursive: true, force: true })
  }

  const rename = (id: string, title: string) => db.update(episodes).set({ title }).where(eq(episodes.id, id))
  return { house, people, episode, master, lighten, writeText, rename, close }
}
