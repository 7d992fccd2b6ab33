import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clips, type Music, members, stories } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { LibraryQuestion } from '#lib/sound/library.server.ts'
import { readKnownNames, suggestMusic } from '#lib/sound/music.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { binClip, editClip, listLibrary, receiveClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
let dataDir: string
let nadia: Actor
let fatiha: Actor

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-library-'))
  await openFiles(dataDir)
  nadia = await member('Nadia', 'coordination')
  fatiha = await member('Fatiha', 'resident')
})
afterAll(async () => {
  sounds.remove()
  await rm(dataDir, { recursive: true, force: true })
})

async function member(name: string, role: Actor['role']): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
}

const eauVive: Music = {
  title: 'L’eau vive',
  performer: 'Guy Béart',
  author: 'Guy Béart',
  label: 'Philips',
  catalogue: '',
  isrc: 'FRZ031400123',
  rights: 'permission',
}

type Facts = Partial<typeof clips.$inferInsert>

async function sound(facts: Facts = {}): Promise<string> {
  const base = { title: 'son', originalName: 'son.wav', originalFile: 'originals/x', sizeBytes: 1 }
  const [clip] = await radio.db
    .insert(clips)
    .values({ ...base, ...facts })
    .returning({ id: clips.id })
  if (!clip) throw new Error('no clip')
  return clip.id
}

// As large as no other: the same file would be known by that alone.
let bytes = 100
const tagged = (tags: Record<string, string>): Facts => ({ facts: { tags }, sizeBytes: ++bytes })
const listed = async (question: LibraryQuestion) =>
  (await listLibrary(radio.db, nadia, question)).map(({ id }) => id)
const suggested = async (clipId: string) => (await suggestMusic(radio.db, nadia, [clipId])).get(clipId)

describe('the shelves', () => {
  test('imaging by what it is for, music by what its sheet lacks, the bin apart', async () => {
    const ident = await sound({ imaging: 'ident' })
    const bed = await sound({ imaging: 'bed' })
    const whole = await sound({ music: eauVive })
    const half = await sound({ music: { ...eauVive, author: '' } })
    const gone = await sound({ music: eauVive })
    await binClip(radio.db, nadia, gone)
    expect(await listed({ shelf: 'imaging' })).toEqual([bed, ident])
    expect(await listed({ shelf: 'imaging', imaging: 'bed' })).toEqual([bed])
    expect(await listed({ shelf: 'music' })).toEqual([half, whole])
    expect(await listed({ shelf: 'music', isIncomplete: true })).toEqual([half])
    expect(await listed({ shelf: 'bin' })).toEqual([gone])
    expect(await listed({ shelf: 'all' })).toEqual([half, whole, bed, ident])
  })

  test('are read on from any sound, none twice and none left out, even of one instant', async () => {
    const createdAt = new Date('2020-01-01T12:00:00.123Z')
    const made = await Promise.all(Array.from({ length: 7 }, () => sound({ createdAt, title: 'de suite' })))
    const seen: string[] = []
    for (let after: string | undefined; seen.length < 20; after = seen.at(-1)) {
      const page = await listed({ shelf: 'all', search: 'de suite', after, limit: 3 })
      if (page.length === 0) break
      seen.push(...page)
    }
    expect(seen).toEqual(made.toSorted().reverse())
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(await listed({ shelf: 'all', after: nobody })).toEqual([])
  })
})

describe('searching', () => {
  let id: string
  beforeAll(async () => {
    const [story] = await radio.db
      .insert(stories)
      .values({ title: 'Les forêts d’Été', authorId: fatiha.memberId })
      .returning()
    const music = { ...eauVive, performer: 'Zoé Œuvrard', author: 'Élie Dvořák', label: 'Saravah' }
    id = await sound({
      title: 'Caf\u0065\u0301 crème',
      music,
      storyId: story?.id,
      ownerId: fatiha.memberId,
    })
  })

  test.each([
    'café creme',
    'CREME',
    'zoe oeuvrard',
    'dvorak',
    'saravah',
    'frz031400123 zoé',
    'FR-Z03-14-00123 zoé',
    "forets d'ete",
    'fatiha',
    'fatiha crème saravah',
  ])('%j finds it', async (search) => expect(await listed({ shelf: 'all', search })).toEqual([id]))

  test.each([
    '%',
    '_',
    '\\',
    'zoé thé',
    'null',
    'permission',
    "' or 1=1",
    '🎺',
    '\0x',
  ])('%j finds nothing', async (search) => expect(await listed({ shelf: 'all', search })).toEqual([]))

  test('without words everything is shown, and a novel harms nothing', async () => {
    expect(await listed({ shelf: 'all', search: ' \n ' })).toContain(id)
    expect(await listed({ shelf: 'all', search: 'é '.repeat(5000) })).toContain(id)
  })
})

describe('a music is remembered', () => {
  test('by the words of its file', async () => {
    const id = await sound(tagged({ title: 'Gare', artist: 'Les Quais', composer: 'Ana' }))
    expect(await suggested(id)).toEqual({
      music: { title: 'Gare', performer: 'Les Quais', author: 'Ana' },
      from: { kind: 'file' },
    })
  })

  test('by its name, when the file says nothing', async () => {
    const id = await sound({ title: '02 - Les Quais - Gare', sizeBytes: 2 })
    expect(await suggested(id)).toEqual({ music: { title: 'Gare', performer: 'Les Quais' }, from: null })
    const plain = await sound({ title: 'marché', sizeBytes: 3 })
    expect(await suggested(plain)).toEqual({ music: { title: 'marché' }, from: null })
  })

  test.each<[string, Facts]>([
    ['its ISRC', tagged({ title: 'Autre titre', isrc: 'FR-Q50-20-00007' })],
    ['title and performer, loosely', tagged({ title: 'LE TRAIN DE NUIT !', artist: "emilie  l'etoile" })],
    ['the name of its file', { title: 'Émilie L’Étoile - Le train de nuit' }],
    ['the same file', { title: 'piste 2', originalName: 'train.flac', sizeBytes: 12_345 }],
  ])('by %s, with its rights', async (_how, facts) => {
    const train: Music = {
      title: 'Le train de nuit',
      performer: 'Émilie L’Étoile',
      author: 'É. L.',
      label: 'Gare du Nord',
      catalogue: 'GN 7',
      isrc: 'FRQ502000007',
      rights: 'commercial',
    }
    await sound({ title: 'Train', originalName: 'train.flac', sizeBytes: 12_345, music: train })
    expect(await suggested(await sound(facts))).toEqual({
      music: train,
      from: { kind: 'earlier', title: 'Train' },
    })
  })

  test('what stands on its own sheet stays, and only gaps are filled', async () => {
    const known: Music = { ...eauVive, title: 'Sable', performer: 'Dune', isrc: '', author: 'Ada' }
    await sound({ title: 'Sable', music: known })
    const id = await sound({ music: { ...known, author: '', label: 'À moi', rights: 'free' } })
    expect(await suggested(id)).toMatchObject({
      music: { author: 'Ada', label: 'À moi', rights: 'free' },
      from: { kind: 'earlier' },
    })
    await editClip(radio.db, nadia, id, { music: { ...known, label: 'À moi' } })
    expect(await suggested(id)).toMatchObject({ music: { label: 'À moi' }, from: null })
  })

  test('the newest sheet of a piece counts, even from the bin; another piece does not', async () => {
    const wave: Music = { ...eauVive, title: 'Vague', performer: 'Mer', isrc: '' }
    await sound({ title: 'ancienne', music: { ...wave, author: 'A' }, createdAt: new Date('2020-01-01') })
    const newer = await sound({ title: 'nouvelle', music: { ...wave, author: 'B' } })
    await binClip(radio.db, nadia, newer)
    const again = await sound(tagged({ title: 'Vague', artist: 'Mer' }))
    expect(await suggested(again)).toMatchObject({ music: { author: 'B' }, from: { title: 'nouvelle' } })
    const other = await sound(tagged({ title: 'Vague', artist: 'Lac' }))
    expect((await suggested(other))?.music).toEqual({ title: 'Vague', performer: 'Lac' })
  })

  test('several at once, and strange facts or none harm nothing', async () => {
    const odd = [null, {}, { tags: 3 }, { tags: { title: 4 } }, { tags: [] }]
    const ids = await Promise.all(odd.map((facts) => sound({ facts, sizeBytes: 9 })))
    expect((await suggestMusic(radio.db, nadia, ids)).size).toBe(ids.length)
    expect((await suggestMusic(radio.db, nadia, [])).size).toBe(0)
  })

  test('names that are known are offered, the most frequent first', async () => {
    await radio.db.update(clips).set({ deletedAt: new Date() })
    for (const performer of ['Ana', 'Zoé', 'Zoé', '']) await sound({ music: { ...eauVive, performer } })
    expect(await readKnownNames(radio.db, nadia)).toEqual({
      performers: ['Zoé', 'Ana'],
      authors: ['Guy Béart'],
      labels: ['Philips'],
    })
  })

  test('the library’s memory is the studio’s', async () => {
    for (const attempt of [() => suggestMusic(radio.db, fatiha, []), () => readKnownNames(radio.db, fatiha)])
      await expect(attempt()).rejects.toMatchObject({ reason: 'not-allowed' })
  })
})

test('a prepared file keeps its own words, and the form begins with them', async () => {
  const said = ['-metadata', 'title=La ronde', '-metadata', 'artist=Trio du palier']
  const path = sounds.make(
    'ronde.mp3',
    ...synth('anoisesrc=color=pink:a=0.5', 2),
    ...said,
    '-c:a',
    'libmp3lame',
  )
  const id = await receiveClip(radio.db, nadia, path, { name: 'ronde.mp3' })
  await prepareClip(radio.db, id, new AbortController().signal)
  const [row] = await radio.db.select({ facts: clips.facts }).from(clips).where(eq(clips.id, id))
  expect(row?.facts).toMatchObject({ codec: 'mp3', tags: { title: 'La ronde', artist: 'Trio du palier' } })
  expect(await suggested(id)).toMatchObject({ music: { title: 'La ronde', performer: 'Trio du palier' } })
})
