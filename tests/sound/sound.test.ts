import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { theJobs } from '#lib/db/events.server.ts'
import { clips, type Music, members, type Role, stories, storyPeople } from '#lib/db/schema.ts'
import { openFiles, theFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readWaveform } from '#lib/sound/listening.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import {
  attachClip,
  binClip,
  editClip,
  listClips,
  listLibrary,
  readClip,
  receiveClip,
  restoreClip,
  retryClip,
} from '#lib/sound/sound.server.ts'
import { tendClips } from '#lib/sound/tend-clips.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
const never = new AbortController().signal
let dataDir: string
let fatiha: Actor
let karim: Actor
let nadia: Actor
let voice: string
let text: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-sounds-'))
  await openFiles(dataDir)
  fatiha = await member('Fatiha', 'resident')
  karim = await member('Karim', 'resident')
  nadia = await member('Nadia', 'coordination')
  voice = sounds.make('voice.m4a', ...synth('anoisesrc=color=pink:seed=1:a=0.5', 4))
  text = sounds.write('text.mp3', 'Ceci est un texte, pas un son.')
})
afterAll(async () => {
  sounds.remove()
  await rm(dataDir, { recursive: true, force: true })
})

async function member(name: string, role: Role): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
}

async function storyOf(actor: Actor, ...sharedWith: Actor[]) {
  const [story] = await radio.db
    .insert(stories)
    .values({ title: 'Les citrons', authorId: actor.memberId })
    .returning()
  if (!story) throw new Error('no story')
  for (const { memberId } of sharedWith)
    await radio.db.insert(storyPeople).values({ storyId: story.id, memberId })
  return story.id
}

const received = (actor: Actor, path = voice, storyId: string | null = null, name = 'voix.m4a') =>
  receiveClip(radio.db, actor, path, { name, storyId })

async function prepared(actor: Actor, path = voice, storyId: string | null = null) {
  const id = await received(actor, path, storyId)
  await prepareClip(radio.db, id, never)
  return id
}

describe('preparing', () => {
  test('an arrived sound becomes ready: measured, drawn, with a copy to listen to', async () => {
    const id = await received(fatiha)
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({
      state: 'received',
      level: 'unknown',
      title: 'voix',
    })
    await prepareClip(radio.db, id, never)
    const clip = await readClip(radio.db, fatiha, id)
    expect(clip).toMatchObject({ state: 'ready', progress: 1, refusal: null, owner: 'Fatiha', level: 'good' })
    expect(Math.abs((clip.durationMs ?? 0) - 4000)).toBeLessThan(80)
    const [row] = await radio.db.select().from(clips).where(eq(clips.id, id))
    expect(row?.subBlocks?.length).toBe(4 * Math.floor((clip.durationMs ?? 0) / 100))
    expect(row?.facts).toMatchObject({ codec: 'aac', shape: 'mono' })
    const pairs = await readWaveform(radio.db, fatiha, id, 50)
    expect(pairs).toHaveLength(100)
    expect(Math.max(...pairs)).toBeGreaterThan(5)
    for (const key of [row?.mezzanineFile, row?.listeningFile])
      expect(existsSync(theFiles().path(key ?? ''))).toBe(true)
    expect(await readdir(join(dataDir, 'files', 'work'))).toEqual([])
  })

  test('what is no sound is refused with its reason, and its original stays', async () => {
    const id = await prepared(fatiha, text)
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({
      state: 'refused',
      refusal: 'sound.not-audio',
    })
    expect(await readFile(theFiles().path(`originals/${id}`), 'utf8')).toContain('Ceci est un texte')
  })

  test('heard twice at once and once more later, it is done once', async () => {
    const id = await received(fatiha)
    await Promise.all([prepareClip(radio.db, id, never), prepareClip(radio.db, id, never)])
    const before = await readClip(radio.db, fatiha, id)
    await prepareClip(radio.db, id, never)
    expect(await readClip(radio.db, fatiha, id)).toEqual(before)
  })

  test('stopped half-way, it waits and can be done again', async () => {
    const id = await received(fatiha)
    await expect(prepareClip(radio.db, id, AbortSignal.abort())).rejects.toThrow('aborted')
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({ state: 'preparing' })
    await prepareClip(radio.db, id, never)
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({ state: 'ready' })
  })

  test('the machine’s trouble is tried three times, then said; the sound may be tried again', async () => {
    const id = await received(fatiha)
    const original = theFiles().path(`originals/${id}`)
    await rename(original, `${original}.away`)
    for (let n = 0; n < 3; n++) await expect(prepareClip(radio.db, id, never)).rejects.toThrow()
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({
      state: 'refused',
      refusal: 'sound.not-prepared',
    })
    await rename(`${original}.away`, original)
    await retryClip(radio.db, fatiha, id)
    await prepareClip(radio.db, id, never)
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({ state: 'ready', refusal: null })
  })

  test('sounds that waited when the radio stopped are told again at its start', async () => {
    const id = await received(fatiha)
    await theJobs()?.deleteAllJobs('clip.received')
    await tendClips(radio.db)
    const jobs = (await theJobs()?.fetch<{ id: string }>('clip.received', { batchSize: 99 })) ?? []
    expect(jobs.map((job) => job.data.id)).toContain(id)
  })
})

describe('who may', () => {
  test('a sound is its owner’s, its story’s people’s and the studio’s; for others it does not exist', async () => {
    const denise = await member('Denise', 'resident')
    const id = await received(fatiha, voice, await storyOf(fatiha, denise))
    for (const actor of [fatiha, denise, nadia])
      expect(await readClip(radio.db, actor, id)).toMatchObject({ mayEdit: true })
    for (const attempt of [
      () => readClip(radio.db, karim, id),
      () => readWaveform(radio.db, karim, id, 10),
      () => editClip(radio.db, karim, id, { title: 'à moi' }),
      () => binClip(radio.db, karim, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ reason: 'not-found' })
    await expect(readClip(radio.db, nadia, 'x')).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('nobody puts a sound into a story that they may not edit', async () => {
    const story = await storyOf(fatiha)
    const mine = await received(karim)
    await expect(received(karim, voice, story)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(attachClip(radio.db, karim, mine, story)).rejects.toMatchObject({ reason: 'not-found' })
    expect(await listClips(radio.db, fatiha, story)).toEqual([])
  })

  test('the show’s own sounds are for the studio to say, and so is the library', async () => {
    const id = await received(fatiha)
    await expect(editClip(radio.db, fatiha, id, { imaging: 'sting' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await expect(listLibrary(radio.db, fatiha, { shelf: 'all' })).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await editClip(radio.db, nadia, id, { imaging: 'sting' })
    expect((await listLibrary(radio.db, nadia, { shelf: 'imaging' })).map((clip) => clip.id)).toContain(id)
  })
})

describe('a sound', () => {
  test('moves into a story and back', async () => {
    const story = await storyOf(fatiha)
    const id = await received(fatiha)
    await attachClip(radio.db, fatiha, id, story)
    expect(await listClips(radio.db, fatiha, story)).toMatchObject([{ id, story: { title: 'Les citrons' } }])
    await attachClip(radio.db, fatiha, id, null)
    expect(await listClips(radio.db, fatiha, story)).toEqual([])
  })

  test.each([
    ['   ', 'clip.title-missing'],
    ['x'.repeat(5000), 'clip.title-too-long'],
  ])('keeps its title rather than take %.8j', async (title, reason) => {
    const id = await received(fatiha)
    await expect(editClip(radio.db, fatiha, id, { title })).rejects.toMatchObject({ reason })
    expect(await readClip(radio.db, fatiha, id)).toMatchObject({ title: 'voix' })
  })

  test('carries the titles of its music, each on one line', async () => {
    const id = await received(nadia)
    const music: Music = {
      title: ' L’eau\n vive ',
      performer: 'G. Béart',
      author: '',
      label: '',
      catalogue: ' WE 12 ',
      isrc: 'fr-z03-14-00123',
      rights: 'commercial',
    }
    await editClip(radio.db, nadia, id, { music, credits: 'Merci\u0000 à tous' })
    expect(await readClip(radio.db, nadia, id)).toMatchObject({
      music: { ...music, title: 'L’eau vive', catalogue: 'WE 12', isrc: 'FRZ031400123' },
      credits: 'Merci à tous',
    })
  })

  test('lies in the bin for thirty days, comes back from it, and then goes with its files', async () => {
    const story = await storyOf(fatiha)
    const id = await prepared(fatiha, voice, story)
    await binClip(radio.db, fatiha, id)
    expect(await listClips(radio.db, fatiha, story)).toEqual([])
    await restoreClip(radio.db, fatiha, id)
    expect(await listClips(radio.db, fatiha, story)).toMatchObject([{ id }])
    await binClip(radio.db, fatiha, id)
    await setBinnedDaysAgo(id, 29)
    await tendClips(radio.db)
    expect(existsSync(theFiles().path(`originals/${id}`))).toBe(true)
    await setBinnedDaysAgo(id, 31)
    await tendClips(radio.db)
    for (const key of [`originals/${id}`, `mezzanines/${id}.flac`, `listening/${id}.mp3`])
      expect(existsSync(theFiles().path(key))).toBe(false)
    await expect(readClip(radio.db, fatiha, id)).rejects.toMatchObject({ reason: 'not-found' })
  })
})

async function setBinnedDaysAgo(id: string, days: number) {
  await radio.db
    .update(clips)
    .set({ deletedAt: new Date(Date.now() - days * 86_400_000) })
    .where(eq(clips.id, id))
}
