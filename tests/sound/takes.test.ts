import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { theJobs } from '#lib/db/events.server.ts'
import { clips, stories, voices } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { askAssembly, assembleTakes } from '#lib/sound/assemble-takes.server.ts'
import { editSound } from '#lib/sound/edit.server.ts'
import { untouched } from '#lib/sound/edit.ts'
import { joining } from '#lib/sound/joining.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { attachClip, binClip, readClip, receiveClip } from '#lib/sound/sound.server.ts'
import { chooseTake, readTakes } from '#lib/sound/takes.server.ts'
import { chosenOf, takesByPassage } from '#lib/sound/takes.ts'
import { createStory, writeStoryContent } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { member } from '#tests/story/people.ts'

const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
const never = new AbortController().signal
const first = 'Bonjour à tous, ici Fatiha.'
const second = 'Les citrons viennent de la conserverie.'
let dataDir: string
let fatiha: Actor
let karim: Actor
let voice: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-takes-'))
  await openFiles(dataDir)
  fatiha = await member(radio.db, 'Fatiha')
  karim = await member(radio.db, 'Karim')
  voice = sounds.make('prise.webm', ...synth('anoisesrc=color=pink:seed=1:a=0.5', 2), '-c:a', 'libopus')
})
afterAll(async () => {
  sounds.remove()
  await rm(dataDir, { recursive: true, force: true })
})

async function story(...texts: string[]): Promise<string> {
  const id = await createStory(radio.db, fatiha, { title: 'Les citrons', rubricId: null, themeIds: [] })
  const content = texts.map((text) => ({
    type: 'paragraph',
    attrs: { by: null },
    content: [{ type: 'text', text }],
  }))
  await writeStoryContent(radio.db, fatiha, id, { type: 'doc', content })
  return id
}

async function take(storyId: string, passage: string): Promise<string> {
  return await receiveClip(radio.db, fatiha, voice, { name: 'prise.webm', storyId, passage })
}

async function prepared(storyId: string, passage: string): Promise<string> {
  const id = await take(storyId, passage)
  await prepareClip(radio.db, id, never)
  return id
}

const desk = (storyId: string, actor = fatiha) => readTakes(radio.db, actor, storyId)

describe('which take stands for a passage', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))
  const made = (
    id: string,
    minute: number,
    chosen: number | null = null,
    state: 'ready' | 'refused' = 'ready',
  ) =>
    ({
      id,
      passage: 'a',
      state,
      createdAt: at(minute),
      chosenAt: chosen === null ? null : at(chosen),
    }) as const
  test.each([
    ['none yet', [], undefined],
    ['the newest', [made('a', 1), made('b', 2)], 'b'],
    ['an older one that was chosen', [made('a', 1, 3), made('b', 2)], 'a'],
    ['a new one kept after that', [made('a', 1, 3), made('b', 2), made('c', 4)], 'c'],
    ['never one that cannot be used', [made('a', 1), made('b', 2, 3, 'refused')], 'a'],
  ])('%s', (_, takes, id) => expect(chosenOf(takes)?.id).toBe(id))

  test('takes lie beside their passages; a changed word changes nothing, a lost passage is said', () => {
    const takes = [made('a', 1), { ...made('b', 2), passage: second }, { ...made('c', 3), passage: '' }]
    expect(takesByPassage([first, `${second} Oui.`], takes)).toMatchObject({
      passages: [[], [{ id: 'b' }]],
      gone: [{ id: 'a' }],
    })
  })
})

describe('choosing', () => {
  test('a take of a passage stands for it until a later one is kept or chosen', async () => {
    const id = await story(first, second)
    const [a, b] = [await take(id, first), await take(id, first)]
    expect((await desk(id)).passages.map(({ chosenId }) => chosenId)).toEqual([b, null])
    await chooseTake(radio.db, fatiha, id, a)
    expect((await desk(id)).passages[0]?.chosenId).toBe(a)
    const c = await take(id, first)
    expect((await desk(id)).passages[0]).toMatchObject({
      chosenId: c,
      takes: [{ id: a }, { id: b }, { id: c }],
    })
  })

  test('a take of the whole is written in the story; the state of the story stays', async () => {
    const id = await story(first)
    const whole = await take(id, '')
    await chooseTake(radio.db, fatiha, id, whole)
    expect(await desk(id)).toMatchObject({ takeClipId: whole, whole: [{ id: whole }], mayRecord: true })
    const [row] = await radio.db.select().from(stories).where(eq(stories.id, id))
    expect(row?.state).toBe('draft')
  })

  test('is for who may edit the story; a sound of elsewhere, of the bin or of no use is refused', async () => {
    const id = await story(first)
    const mine = await take(id, first)
    const elsewhere = await take(await story(first), first)
    const binned = await take(id, first)
    await binClip(radio.db, fatiha, binned)
    const refused = await take(id, first)
    await radio.db.update(clips).set({ state: 'refused' }).where(eq(clips.id, refused))
    await expect(chooseTake(radio.db, karim, id, mine)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(desk(id, karim)).rejects.toMatchObject({ reason: 'not-found' })
    for (const [clip, reason] of [
      [elsewhere, 'not-found'],
      [binned, 'not-found'],
      ['no id', 'not-found'],
      [refused, 'take.unusable'],
    ] as const)
      await expect(chooseTake(radio.db, fatiha, id, clip)).rejects.toMatchObject({ reason })
  })

  test('whoever reads a proposal sees its takes and chooses none', async () => {
    const id = await story(first)
    const mine = await take(id, first)
    await radio.db.update(stories).set({ isProposal: true }).where(eq(stories.id, id))
    expect((await desk(id, karim)).mayRecord).toBe(false)
    await expect(chooseTake(radio.db, karim, id, mine)).rejects.toMatchObject({ reason: 'not-allowed' })
  })

  test('a sound that goes to another story says no passage there, and is no longer the take of this one', async () => {
    const [from, to] = [await story(first), await story(first)]
    const moved = await take(from, first)
    const whole = await take(from, '')
    await chooseTake(radio.db, fatiha, from, whole)
    for (const one of [moved, whole]) await attachClip(radio.db, fatiha, one, to)
    expect(await desk(from)).toMatchObject({ takeClipId: null, whole: [] })
    expect((await desk(to)).whole.map(({ id }) => id)).toEqual([moved, whole])
  })
})

describe('assembling', () => {
  test('the chosen takes become one sound in the order of the text, and it is the story’s', async () => {
    const id = await story(first, second)
    const late = await prepared(id, second)
    const early = await prepared(id, first)
    await editSound(radio.db, fatiha, early, { ...untouched, parts: [{ startMs: 500, endMs: 1500 }] }, null)
    const [neighbour] = await radio.db
      .insert(voices)
      // Named in another story, out of which the sound came here.
      .values({ storyId: await story(first), clipId: late, name: 'La voisine' })
      .returning({ id: voices.id })
    const joined = await askAssembly(radio.db, fatiha, id)
    const [job] = (await theJobs()?.fetch<{ id: string }>('take.assembly-asked')) ?? []
    const asked = job?.data.id ?? ''
    // Heard twice, it is done once.
    await assembleTakes(radio.db, asked, never)
    await assembleTakes(radio.db, asked, never)
    await prepareClip(radio.db, joined, never)
    const clip = await readClip(radio.db, fatiha, joined)
    expect(clip).toMatchObject({ state: 'ready', title: 'Les citrons (prises assemblées)', passage: '' })
    // One second, a breath, two seconds.
    expect(Math.abs((clip.durationMs ?? 0) - 3250)).toBeLessThan(60)
    expect(await desk(id)).toMatchObject({ takeClipId: joined, whole: [{ id: joined }] })
    const [voiceRow] = await radio.db
      .select()
      .from(voices)
      .where(eq(voices.id, neighbour?.id ?? ''))
    expect(voiceRow).toMatchObject({ clipId: null, storyId: id })
  })

  test('needs two prepared takes, and the right to edit', async () => {
    const id = await story(first, second)
    await prepared(id, first)
    await take(id, second)
    await expect(askAssembly(radio.db, fatiha, id)).rejects.toMatchObject({ reason: 'take.too-few' })
    await expect(askAssembly(radio.db, karim, id)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('loud takes come down to the faintest, silence at the ends goes unless somebody cut by hand', () => {
    const sound = { durationMs: 5000, silence: { startMs: 1000, endMs: 600 } }
    const cut = { ...untouched, parts: [{ startMs: 200, endMs: 900 }], gainDb: 2 }
    const { inputs, graph } = joining([
      { path: '/a.flac', sound, edit: null, integratedLufs: -20 },
      { path: '/b.flac', sound, edit: cut, integratedLufs: -26 },
    ])
    expect(inputs).toEqual([
      { path: '/a.flac', startMs: 900, durationMs: 3600 },
      { path: '/b.flac', startMs: 200, durationMs: 700 },
    ])
    expect(graph).toContain('volume=-6.00dB')
    expect(graph).toContain('volume=2.00dB')
    expect(graph).toMatch(/\[p0\]\[p1\]concat=n=2:v=0:a=1\[out\]$/)
  })
})
