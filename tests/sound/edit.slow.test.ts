import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { theJobs } from '#lib/db/events.server.ts'
import { type ClipEdit, cleanedSounds, clips, members, type Role } from '#lib/db/schema.ts'
import { openFiles, theFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { cleanSound } from '#lib/sound/clean-sound.server.ts'
import { editSound, readSoundEditor, splitSound } from '#lib/sound/edit.server.ts'
import { editedMs, untouched } from '#lib/sound/edit.ts'
import { serveListening } from '#lib/sound/listening.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { binClip, readClip, receiveClip } from '#lib/sound/sound.server.ts'
import { tendClips } from '#lib/sound/tend-clips.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { memberOfHeader } from './upload-server.ts'

const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
const never = new AbortController().signal
const parts = [
  { startMs: 500, endMs: 1_500 },
  { startMs: 2_000, endMs: 3_000 },
]
const cut: ClipEdit = { ...untouched, parts }
const cleaned: ClipEdit = { ...cut, cleanUps: ['rumble', 'hiss'] }
let dataDir: string
let fatiha: Actor
let karim: Actor
let voice: string
let id: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-edits-'))
  await openFiles(dataDir)
  fatiha = await member('Fatiha', 'resident')
  karim = await member('Karim', 'resident')
  const hum = 'anoisesrc=color=pink:seed=1:a=0.5,adelay=800,apad=pad_dur=1'
  voice = sounds.make('voice.wav', ...synth(hum, 4))
})
beforeEach(async () => {
  await theJobs()?.deleteAllJobs('clip.edited')
  await theJobs()?.deleteAllJobs('clip.clean-up-asked')
  id = await receiveClip(radio.db, fatiha, voice, { name: 'voix.wav' })
  await prepareClip(radio.db, id, never)
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

const read = (clipId = id) => readSoundEditor(radio.db, fatiha, clipId)
const keep = (edit: ClipEdit | null, seen: ClipEdit | null = null) =>
  editSound(radio.db, fatiha, id, edit, seen)
const clean = (signal = never, isLastTry = false, clipId = id) =>
  cleanSound(radio.db, clipId, signal, isLastTry)
async function told(event: 'clip.edited' | 'clip.clean-up-asked') {
  const jobs = (await theJobs()?.fetch<{ id: string; wasMs?: number }>(event, { batchSize: 99 })) ?? []
  return jobs.map(({ data }) => data)
}
const hasFile = (key: string) => existsSync(theFiles().path(key))

describe('an edit', () => {
  test('is kept beside the sound, told with the length that was, and read again', async () => {
    expect(await read()).toMatchObject({ edit: null, sound: { durationMs: 4_000 }, cleaned: [] })
    expect(await keep(cut)).toEqual(cut)
    const editor = await read()
    expect(editor.edit).toEqual(cut)
    expect(editedMs(editor.edit, editor.sound)).toBe(2_000)
    expect(await told('clip.edited')).toEqual([{ id, wasMs: 4_000 }])
    await keep(null, cut)
    expect((await read()).edit).toBeNull()
    expect(await told('clip.edited')).toEqual([{ id, wasMs: 2_000 }])
  })

  test('never overwrites what one has not seen', async () => {
    await keep(cut)
    const mine = { ...untouched, fadeInMs: 500 }
    await expect(keep(mine)).rejects.toMatchObject({ reason: 'sound.edit-stale', facts: { title: 'voix' } })
    await expect(keep(mine, { ...cut, gainDb: 1 })).rejects.toMatchObject({ reason: 'sound.edit-stale' })
    expect((await read()).edit).toEqual(cut)
    await keep(mine, cut)
    const both = await Promise.allSettled([keep(cut, mine), keep(null, mine)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is for who may change the sound, and only of a sound that is ready', async () => {
    for (const attempt of [
      () => readSoundEditor(radio.db, karim, id),
      () => editSound(radio.db, karim, id, cut, null),
      () => splitSound(radio.db, karim, id, 1_000),
      () => readSoundEditor(radio.db, fatiha, 'x'),
    ])
      await expect(attempt()).rejects.toMatchObject({ reason: 'not-found' })
    const waiting = await receiveClip(radio.db, fatiha, voice, { name: 'voix.wav' })
    await expect(editSound(radio.db, fatiha, waiting, cut, null)).rejects.toMatchObject({
      reason: 'sound.not-ready',
    })
    await binClip(radio.db, fatiha, id)
    await expect(keep(cut)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('the page knows what would do the sound good, and how loud it is over time', async () => {
    const { proposals, loudness } = await read()
    // It was recorded with a bias, which preparing takes out of every sound: nothing is left to propose for it.
    expect(proposals).toEqual([{ what: 'trim', silentMs: 800 }])
    expect(loudness.lufs.length).toBeGreaterThan(5)
  })
})

describe('a cleaned copy', () => {
  test('is asked for once, made once, as long as the sound, and the sound stays', async () => {
    await keep(cleaned)
    expect(await told('clip.clean-up-asked')).toEqual([{ id }])
    expect((await read()).cleaned).toMatchObject([{ recipe: 'rumble-hiss', state: 'asked' }])
    const before = await readClip(radio.db, fatiha, id)
    await Promise.all([clean(), clean()])
    await clean()
    const [copy] = await radio.db.select().from(cleanedSounds).where(eq(cleanedSounds.clipId, id))
    expect(copy).toMatchObject({ state: 'ready', durationMs: 4_000, refusal: null })
    expect(copy?.subBlocks?.length).toBe(4 * 40)
    expect(hasFile(`cleaned/${id}-rumble-hiss.flac`)).toBe(true)
    expect(hasFile(`cleaned/${id}-rumble-hiss.mp3`)).toBe(true)
    expect({ ...(await readClip(radio.db, fatiha, id)), edit: null }).toEqual({ ...before, edit: null })
    await keep({ ...cleaned, gainDb: 2 }, cleaned)
    expect(await told('clip.clean-up-asked')).toEqual([])
    expect(await readdir(join(dataDir, 'files', 'work'))).toEqual([])
  })

  test('stopped half-way it waits, is told again at the start, and is made', async () => {
    await keep(cleaned)
    await expect(clean(AbortSignal.abort())).rejects.toThrow('aborted')
    expect((await read()).cleaned).toMatchObject([{ state: 'asked' }])
    await theJobs()?.deleteAllJobs('clip.clean-up-asked')
    await tendClips(radio.db)
    expect(await told('clip.clean-up-asked')).toContainEqual({ id })
    await clean()
    expect((await read()).cleaned).toMatchObject([{ state: 'ready' }])
  })

  test('that cannot be made is said after the last try, and may be asked for again', async () => {
    await keep(cleaned)
    const file = theFiles().path(`mezzanines/${id}.flac`)
    await rm(file)
    await expect(clean()).rejects.toThrow()
    expect((await read()).cleaned).toMatchObject([{ state: 'asked' }])
    await clean(never, true)
    expect((await read()).cleaned).toMatchObject([{ state: 'refused', refusal: 'sound.not-cleaned' }])
    await theJobs()?.deleteAllJobs('clip.clean-up-asked')
    await keep({ ...cleaned, gainDb: 1 }, cleaned)
    expect(await told('clip.clean-up-asked')).toEqual([{ id }])
  })

  test('is heard at its own address, by those who may', async () => {
    await keep(cleaned)
    const server = await listenOnLoopback((request, response) =>
      serveListening(request, response, { db: radio.db, findActor: memberOfHeader(radio.db) }),
    )
    const ask = (what: string, who = fatiha) =>
      server.ask(`GET /ecouter/${id}/${what} HTTP/1.1\nx-member: ${who.memberId}`)
    expect((await ask('rumble-hiss.mp3')).status).toBe(404)
    await clean()
    expect(await ask('rumble-hiss.mp3')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'audio/mpeg', 'cache-control': 'private, max-age=3600' },
    })
    expect((await ask('rumble-hiss.mp3', karim)).status).toBe(404)
    expect((await ask('hum.mp3')).status).toBe(404)
    const shape = await ask('forme')
    expect(shape.body).toHaveLength(800)
    expect((await ask('forme', karim)).status).toBe(404)
    await server.close()
  })

  test('that nobody has wished for in thirty days goes, with its files', async () => {
    await keep(cleaned)
    await clean()
    const setAskedDaysAgo = (days: number) =>
      radio.db
        .update(cleanedSounds)
        .set({ askedAt: new Date(Date.now() - days * 86_400_000) })
        .where(eq(cleanedSounds.clipId, id))
    await setAskedDaysAgo(31)
    await tendClips(radio.db)
    expect((await read()).cleaned).toHaveLength(1)
    await keep(cut, cleaned)
    await setAskedDaysAgo(29)
    await tendClips(radio.db)
    expect((await read()).cleaned).toHaveLength(1)
    await setAskedDaysAgo(31)
    await tendClips(radio.db)
    expect((await read()).cleaned).toEqual([])
    expect(hasFile(`cleaned/${id}-rumble-hiss.flac`)).toBe(false)
  })
})

describe('one sound made two', () => {
  test('shares its files, and each half plays its own side', async () => {
    await keep({ ...cleaned, fadeInMs: 100, fadeOutMs: 200 })
    await clean()
    await theJobs()?.deleteAllJobs('clip.edited')
    const second = await splitSound(radio.db, fatiha, id, 2_500)
    const [first, other] = [await read(), await read(second)]
    expect(first).toMatchObject({ title: 'voix (1)', edit: { fadeInMs: 100, fadeOutMs: 0 } })
    expect(other).toMatchObject({ title: 'voix (2)', edit: { fadeInMs: 0, fadeOutMs: 200 } })
    expect(first.edit?.parts).toEqual([parts[0], { startMs: 2_000, endMs: 2_500 }])
    expect(other.edit?.parts).toEqual([{ startMs: 2_500, endMs: 3_000 }])
    expect(other.cleaned).toMatchObject([{ recipe: 'rumble-hiss', state: 'ready' }])
    expect(await told('clip.edited')).toEqual([{ id, wasMs: 2_000 }])
    const [row] = await radio.db.select().from(clips).where(eq(clips.id, second))
    expect(row).toMatchObject({ splitFromId: id, mezzanineFile: `mezzanines/${id}.flac` })
    await expect(splitSound(radio.db, fatiha, id, 100)).rejects.toMatchObject({ reason: 'sound.split-empty' })
  })

  test('emptying the bin of one leaves what the other uses, then nothing', async () => {
    await keep(cleaned)
    await clean()
    const second = await splitSound(radio.db, fatiha, id, 1_800)
    const keys = [`originals/${id}`, `mezzanines/${id}.flac`, `listening/${id}.mp3`]
    const all = [...keys, `cleaned/${id}-rumble-hiss.flac`, `cleaned/${id}-rumble-hiss.mp3`]
    await goForGood(id)
    expect(all.map(hasFile)).toEqual(all.map(() => true))
    await goForGood(second)
    expect(all.map(hasFile)).toEqual(all.map(() => false))
  })

  test('both gone at once take their files with them', async () => {
    const second = await splitSound(radio.db, fatiha, id, 1_800)
    await setBinned(second)
    await goForGood(id)
    expect(hasFile(`originals/${id}`)).toBe(false)
  })

  test('a copy still being made when its sound goes leaves nothing behind', async () => {
    await keep(cleaned)
    const making = clean()
    await goForGood(id)
    await making.catch(() => undefined)
    expect(hasFile(`cleaned/${id}-rumble-hiss.flac`)).toBe(false)
    const left = await radio.db
      .select()
      .from(cleanedSounds)
      .where(and(eq(cleanedSounds.clipId, id)))
    expect(left).toEqual([])
  })
})

async function setBinned(clipId: string) {
  await radio.db
    .update(clips)
    .set({ deletedAt: new Date(Date.now() - 31 * 86_400_000) })
    .where(eq(clips.id, clipId))
}

async function goForGood(clipId: string) {
  await setBinned(clipId)
  await tendClips(radio.db)
}
