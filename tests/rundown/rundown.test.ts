import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  clips,
  members,
  rundownChanges,
  rundownItems,
  rundownTemplates,
  shows,
  stories,
  storyDocuments,
} from '#lib/db/schema.ts'
import { editEpisode, readEpisode } from '#lib/episode/episode.server.ts'
import type { Actor } from '#lib/people/can.ts'
import {
  addItem,
  addItems,
  binItem,
  editItem,
  moveItem,
  readBin,
  readRundown,
  restoreItem,
  takeClipLength,
} from '#lib/rundown/rundown.server.ts'
import { planComingEpisodes, planNextEpisode, saveTemplate } from '#lib/rundown/template.server.ts'
import { untouched } from '#lib/sound/edit.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const tuesday = new Date('2026-11-24T09:00:00Z')
let nadia: Actor

beforeAll(async () => {
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
})

async function sound(facts: { durationMs?: number }) {
  const [clip] = await radio.db
    .insert(clips)
    .values({ title: 'son', originalName: 'x.wav', originalFile: 'originals/x', sizeBytes: 1, ...facts })
    .returning()
  if (!clip) throw new Error('no clip')
  return clip
}

async function story({ words, readingWpm }: { words: number; readingWpm: number }) {
  const [author] = await radio.db
    .insert(members)
    .values({ name: 'Fatiha', role: 'resident', readingWpm })
    .returning()
  const [row] = await radio.db
    .insert(stories)
    .values({ title: 'sujet', authorId: author?.id ?? '' })
    .returning()
  if (!row) throw new Error('no story')
  await radio.db
    .insert(storyDocuments)
    .values({ storyId: row.id, words, state: new Uint8Array(), content: {} })
  return row
}

async function rundownOf(...titles: string[]) {
  const episodeId = await planNextEpisode(radio.db, nadia, tuesday)
  for (const title of titles)
    await addItem(radio.db, nadia, episodeId, { kind: 'voice', title, plannedMs: 60_000 })
  const lines = async () => (await readRundown(radio.db, nadia, episodeId)).lines
  const line = async (title: string) => {
    const found = (await lines()).find((one) => one.title === title)
    if (!found) throw new Error(`no line ${title}`)
    return found
  }
  return { episodeId, lines, line, titles: async () => (await lines()).map(({ title }) => title) }
}

describe('ordering', () => {
  test('moving an item keeps the others in order', async () => {
    const show = await rundownOf('a', 'b', 'c', 'd')
    const d = await show.line('d')
    await moveItem(radio.db, nadia, d.id, d.version, 1)
    expect(await show.titles()).toEqual(['a', 'd', 'b', 'c'])
    expect((await show.lines()).map(({ position }) => position)).toEqual([0, 1, 2, 3])
  })

  test('two people moving the same item: the first wins, the second is told, nothing is lost', async () => {
    const show = await rundownOf('a', 'b', 'c')
    const a = await show.line('a')
    const moves = await Promise.allSettled([
      moveItem(radio.db, nadia, a.id, a.version, 1),
      moveItem(radio.db, nadia, a.id, a.version, 2),
    ])
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(moves.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'rundown.stale' },
    })
    expect((await show.titles()).toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('twenty people adding lines at once lose none and share no place', async () => {
    const show = await rundownOf()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        addItem(radio.db, nadia, show.episodeId, { kind: 'voice', title: `${n}` }),
      ),
    )
    expect((await show.lines()).map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    )
  })

  test('a line comes back from the bin at its place', async () => {
    const show = await rundownOf('a', 'b', 'c')
    const b = await show.line('b')
    await binItem(radio.db, nadia, b.id)
    expect(await show.titles()).toEqual(['a', 'c'])
    await restoreItem(radio.db, nadia, b.id)
    await restoreItem(radio.db, nadia, b.id)
    expect(await show.titles()).toEqual(['a', 'b', 'c'])
  })

  test('a line that is moved is written, and no other', async () => {
    const show = await rundownOf('a', 'b', 'c', 'd')
    const placesOf = async () => {
      const rows = await radio.db
        .select()
        .from(rundownItems)
        .where(eq(rundownItems.episodeId, show.episodeId))
      return Object.fromEntries(rows.map(({ title, position }) => [title, position]))
    }
    const { d: _dragged, ...others } = await placesOf()
    const d = await show.line('d')
    await moveItem(radio.db, nadia, d.id, d.version, 1)
    expect(await placesOf()).toMatchObject(others)
    expect(await show.titles()).toEqual(['a', 'd', 'b', 'c'])
  })

  test('as many lines as one wishes fit between two, and one in the bin keeps its place among them', async () => {
    const show = await rundownOf('a', 'binned', 'z')
    await binItem(radio.db, nadia, (await show.line('binned')).id)
    const binned = (await readBin(radio.db, nadia, show.episodeId))[0]?.id ?? ''
    // Each goes behind the first line, so that the room there is halved again and again.
    for (let n = 0; n < 40; n += 1) {
      const a = await show.line('a')
      await addItems(radio.db, nadia, show.episodeId, [{ kind: 'voice', title: `${n}` }], a.id)
    }
    await restoreItem(radio.db, nadia, binned)
    const newest = Array.from({ length: 40 }, (_, n) => `${39 - n}`)
    expect((await show.titles()).filter((title) => title !== 'binned')).toEqual(['a', ...newest, 'z'])
    expect((await show.titles()).indexOf('binned')).toBeGreaterThan(0)
    expect((await show.titles()).indexOf('binned')).toBeLessThan(41)
  })

  test('the lines of before there was room between places are moved as well', async () => {
    const show = await rundownOf('a', 'b', 'c')
    for (const [position, title] of ['a', 'b', 'c'].entries())
      await radio.db
        .update(rundownItems)
        .set({ position })
        .where(and(eq(rundownItems.episodeId, show.episodeId), eq(rundownItems.title, title)))
    const c = await show.line('c')
    await moveItem(radio.db, nadia, c.id, c.version, 1)
    expect(await show.titles()).toEqual(['a', 'c', 'b'])
  })
})

describe('a line', () => {
  test('edited from a stale screen is refused, not overwritten', async () => {
    const show = await rundownOf('a')
    const a = await show.line('a')
    await editItem(radio.db, nadia, a.id, a.version, { who: 'Fatiha' })
    await expect(editItem(radio.db, nadia, a.id, a.version, { who: 'Karim' })).rejects.toMatchObject({
      reason: 'rundown.stale',
    })
    expect(await show.line('a')).toMatchObject({ who: 'Fatiha', version: a.version + 1 })
  })

  test('takes the length of the sound that joins it, and of one that becomes ready later', async () => {
    const show = await rundownOf('a')
    const [ready, late] = [await sound({ durationMs: 70_000 }), await sound({})]
    const a = await show.line('a')
    await editItem(radio.db, nadia, a.id, a.version, { clipId: ready.id })
    expect((await show.line('a')).plannedMs).toBe(70_000)
    const b = await addItem(radio.db, nadia, show.episodeId, { kind: 'clip', title: 'b', clipId: late.id })
    await radio.db.update(clips).set({ durationMs: 12_000 }).where(eq(clips.id, late.id))
    await takeClipLength(radio.db, late.id)
    expect((await show.lines()).find(({ id }) => id === b)).toMatchObject({ plannedMs: 12_000 })
  })

  test('follows its sound when that is cut, unless somebody typed a length', async () => {
    const show = await rundownOf()
    const clip = await sound({ durationMs: 70_000 })
    const line = { kind: 'clip', clipId: clip.id } as const
    await addItem(radio.db, nadia, show.episodeId, { ...line, title: 'follows' })
    await addItem(radio.db, nadia, show.episodeId, { ...line, title: 'typed', plannedMs: 30_000 })
    const parts = [{ startMs: 10_000, endMs: 55_000 }]
    await radio.db
      .update(clips)
      .set({ edit: { ...untouched, parts } })
      .where(eq(clips.id, clip.id))
    await takeClipLength(radio.db, clip.id, 70_000)
    await takeClipLength(radio.db, clip.id, 70_000)
    expect(await show.line('follows')).toMatchObject({ plannedMs: 45_000, clip: { durationMs: 45_000 } })
    expect(await show.line('typed')).toMatchObject({ plannedMs: 30_000 })
    await addItem(radio.db, nadia, show.episodeId, { ...line, title: 'later' })
    expect(await show.line('later')).toMatchObject({ plannedMs: 45_000 })
  })

  test('keeps the length that was typed for it, whatever its sound lasts', async () => {
    const show = await rundownOf()
    const clip = await sound({ durationMs: 70_000 })
    await addItem(radio.db, nadia, show.episodeId, {
      kind: 'clip',
      title: 'a',
      clipId: clip.id,
      plannedMs: 30_000,
    })
    const a = await show.line('a')
    expect(a.plannedMs).toBe(30_000)
    await editItem(radio.db, nadia, a.id, a.version, { plannedMs: 20_000 })
    expect(await show.line('a')).toMatchObject({ plannedMs: 20_000 })
  })

  test('whose length is emptied takes the one of its sound, else of its text as its author reads it', async () => {
    const show = await rundownOf('a', 'b')
    const clip = await sound({ durationMs: 70_000 })
    const text = await story({ words: 150, readingWpm: 75 })
    const [a, b] = [await show.line('a'), await show.line('b')]
    await editItem(radio.db, nadia, a.id, a.version, { clipId: clip.id, plannedMs: 0 })
    await editItem(radio.db, nadia, b.id, b.version, { storyId: text.id, plannedMs: 0 })
    expect(await show.line('a')).toMatchObject({ plannedMs: 70_000 })
    const read = await show.line('b')
    expect(read.plannedMs).toBe(read.story?.readingMs)
    expect(read.plannedMs).toBeGreaterThan(100_000)
  })

  test('with commercial music stays off the podcast', async () => {
    const show = await rundownOf()
    const codes = { catalogue: '', isrc: '' }
    const music = {
      title: 't',
      performer: 'p',
      author: 'a',
      label: 'l',
      ...codes,
      rights: 'commercial' as const,
    }
    const [song] = await radio.db
      .insert(clips)
      .values({
        title: 't',
        music,
        originalName: 'x',
        originalFile: 'originals/y',
        sizeBytes: 1,
        durationMs: 1000,
      })
      .returning()
    await addItem(radio.db, nadia, show.episodeId, {
      kind: 'music',
      title: 'chanson',
      clipId: song?.id ?? null,
    })
    expect(await show.line('chanson')).toMatchObject({ goesTo: 'antenne' })
  })
})

test('every change is in the log, numbered without a hole', async () => {
  const show = await rundownOf('a', 'b')
  const log = await radio.db.select().from(rundownChanges).where(eq(rundownChanges.episodeId, show.episodeId))
  expect(log.map(({ version }) => version).toSorted()).toEqual([1, 2])
})

test('the technique reads the rundown and changes nothing', async () => {
  const show = await rundownOf('a')
  const hugo: Actor = { ...nadia, role: 'technique' }
  expect((await readRundown(radio.db, hugo, show.episodeId)).lines).toHaveLength(1)
  await expect(binItem(radio.db, hugo, (await show.line('a')).id)).rejects.toMatchObject({
    reason: 'not-allowed',
  })
})

test('the next episode takes the next free slot, its season, its number and the template’s lines', async () => {
  const source = await rundownOf('Générique', 'Chapeau')
  await saveTemplate(radio.db, nadia, source.episodeId, 'Ordinaire')
  const first = await readEpisode(radio.db, nadia, await planNextEpisode(radio.db, nadia, tuesday))
  const second = await readEpisode(radio.db, nadia, await planNextEpisode(radio.db, nadia, tuesday))
  const days = (Date.parse(second.airDate) - Date.parse(first.airDate)) / 86_400_000
  expect(days).toBe(7)
  expect(second).toMatchObject({ airTime: '18:00', number: first.number + 1 })
  const { lines } = await readRundown(radio.db, nadia, second.id)
  expect(lines.map(({ title }) => title)).toEqual(['Générique', 'Chapeau'])
})

test('a template outlives its sounds: the line comes without the one that was removed for good', async () => {
  const source = await rundownOf()
  const jingle = await sound({ durationMs: 5000 })
  await addItem(radio.db, nadia, source.episodeId, { kind: 'sting', title: 'Virgule', clipId: jingle.id })
  await saveTemplate(radio.db, nadia, source.episodeId, 'Avec virgule')
  const [template] = await radio.db
    .select()
    .from(rundownTemplates)
    .where(eq(rundownTemplates.name, 'Avec virgule'))
  await radio.db.delete(clips).where(eq(clips.id, jingle.id))
  const id = await planNextEpisode(radio.db, nadia, tuesday, template?.id ?? null)
  const { lines } = await readRundown(radio.db, nadia, id)
  expect(lines.at(-1)).toMatchObject({ title: 'Virgule', clipId: null })
})

test('planning ahead by itself fills the coming days once', async () => {
  const last = new Date('2027-06-01T09:00:00Z')
  expect(await planComingEpisodes(radio.db, last, 10)).toBeGreaterThan(0)
  expect(await planComingEpisodes(radio.db, last, 10)).toBe(0)
})

test('a number that is taken in the season is refused', async () => {
  const one = await readEpisode(radio.db, nadia, (await rundownOf()).episodeId)
  const two = await readEpisode(radio.db, nadia, (await rundownOf()).episodeId)
  const details = { ...two, number: one.number }
  await expect(
    editEpisode(radio.db, nadia, two.id, {
      title: details.title,
      summary: '',
      number: details.number,
      airDate: one.airDate,
      airTime: '18:00',
      targetMs: 1000,
    }),
  ).rejects.toMatchObject({ reason: 'episode.number-taken' })
})
