import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clips, episodes, members, rundownItems, shows } from '#lib/db/schema.ts'
import {
  dropRecording,
  findQuietPlace,
  readRecording,
  saveRecording,
  setRecording,
} from '#lib/master/recording.server.ts'
import { recordedLines } from '#lib/master/recording.ts'
import type { Actor } from '#lib/people/can.ts'
import { addItem, binItem, readRundown } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor
let karim: Actor
let episodeId: string

beforeAll(async () => {
  nadia = await member('Nadia', 'coordination')
  karim = await member('Karim', 'technique')
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  episodeId = await planNextEpisode(radio.db, nadia, new Date('2026-11-24T09:00:00Z'))
  for (const title of ['a', 'b'])
    await addItem(radio.db, nadia, episodeId, { kind: 'voice', title, plannedMs: 60_000 })
})

async function member(name: string, role: 'coordination' | 'technique'): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  return { memberId: row?.id ?? '', name, role, houseId: null, sessionId: 's' }
}

async function recording(details: Partial<typeof clips.$inferInsert> = {}) {
  const [clip] = await radio.db
    .insert(clips)
    .values({
      ...{ title: 'en direct', originalName: 'x.wav', originalFile: 'originals/x', sizeBytes: 1 },
      ...{ state: 'ready', durationMs: 126_000, facts: { silence: { startMs: 2_000, endMs: 4_000 } } },
      ...details,
    })
    .returning()
  return clip?.id ?? ''
}

const parts = async () => (await readRecording(radio.db, nadia, episodeId))?.parts ?? []
const rundownVersion = async () => (await readRundown(radio.db, nadia, episodeId)).version

test('a prepared sound becomes the recording, its parts proposed between its silences', async () => {
  const clipId = await recording()
  const before = await rundownVersion()
  await setRecording(radio.db, nadia, episodeId, clipId)
  expect(await readRecording(radio.db, karim, episodeId)).toMatchObject({
    ...{ clipId, title: 'en direct', durationMs: 126_000, isBinned: false, version: 1 },
    parts: [
      { itemId: null, startMs: 0, endMs: 2_000 },
      { title: 'a', startMs: 2_000, endMs: 62_000 },
      { title: 'b', startMs: 62_000, endMs: 122_000 },
      { itemId: null, startMs: 122_000, endMs: 126_000 },
    ],
  })
  expect(await rundownVersion()).toBe(before + 1)
})

test('a sound that is not prepared, or lies in the bin, is refused and the old recording stays', async () => {
  const waiting = await recording({ state: 'preparing', durationMs: null })
  const binned = await recording({ deletedAt: new Date() })
  const before = await rundownVersion()
  for (const clipId of [waiting, binned])
    await expect(setRecording(radio.db, nadia, episodeId, clipId)).rejects.toMatchObject({
      reason: 'recording.not-ready',
    })
  expect(await parts()).toHaveLength(4)
  expect(await rundownVersion()).toBe(before)
})

test('only who may edit the rundown cuts it', async () => {
  const clipId = await recording()
  for (const act of [
    () => setRecording(radio.db, karim, episodeId, clipId),
    () => saveRecording(radio.db, karim, episodeId, 1, []),
    () => dropRecording(radio.db, karim, episodeId),
  ])
    await expect(act()).rejects.toMatchObject({ reason: 'not-allowed' })
})

test('of two people cutting at once the second is told, with both cuts', async () => {
  const [out, a, b, rest] = await parts()
  if (!out || !a || !b || !rest) throw new Error('four parts were proposed')
  const mine = [out, { ...a, endMs: 70_000 }, { ...b, startMs: 70_000 }, rest]
  const theirs = [out, { ...a, endMs: 71_000 }, { ...b, startMs: 71_000 }, rest]
  await saveRecording(radio.db, nadia, episodeId, 1, theirs)
  await expect(saveRecording(radio.db, nadia, episodeId, 1, mine)).rejects.toMatchObject({
    reason: 'recording.stale',
    facts: { version: 2, theirs: JSON.stringify(theirs), yours: JSON.stringify(mine) },
  })
  expect(await parts()).toEqual(theirs)
  await saveRecording(radio.db, nadia, episodeId, 2, mine)
  expect(await readRecording(radio.db, nadia, episodeId)).toMatchObject({ parts: mine, version: 3 })
})

test('parts with a hole, or of a line of another episode, are refused', async () => {
  const [out, a, ...others] = await parts()
  if (!out || !a) throw new Error('four parts were proposed')
  const save = (wrong: typeof others) => saveRecording(radio.db, nadia, episodeId, 3, wrong)
  await expect(save([out, { ...a, endMs: a.endMs - 1 }, ...others])).rejects.toMatchObject({
    reason: 'recording.not-whole',
  })
  const stranger = { ...a, itemId: '00000000-0000-4000-8000-000000000000' }
  await expect(save([out, stranger, ...others])).rejects.toMatchObject({ reason: 'rundown.gone' })
})

test('a line that leaves the rundown leaves the recording, and comes back with it', async () => {
  const [line] = (await readRundown(radio.db, nadia, episodeId)).lines
  await binItem(radio.db, nadia, line?.id ?? '')
  const read = await readRecording(radio.db, nadia, episodeId)
  expect(read?.parts[1]).toMatchObject({ itemId: null, title: 'a' })
  expect(recordedLines(read ?? { clipId: '', parts: [] }).size).toBe(1)
  await radio.db.update(rundownItems).set({ deletedAt: null, title: 'A' })
  expect((await parts())[1]).toMatchObject({ itemId: line?.id, title: 'A' })
})

test('the quietest place is looked for in the stored waveform', async () => {
  const waveform = new Uint8Array(2 * 12_600).fill(60)
  waveform.fill(0, 2 * 6_950, 2 * 6_980)
  const read = await readRecording(radio.db, nadia, episodeId)
  await radio.db
    .update(clips)
    .set({ waveform })
    .where(eq(clips.id, read?.clipId ?? ''))
  expect(await findQuietPlace(radio.db, karim, episodeId, 70_000)).toBe(69_760)
})

test('dropped, the lines have their own sounds again; dropping twice harms nothing', async () => {
  await dropRecording(radio.db, nadia, episodeId)
  const after = await rundownVersion()
  await dropRecording(radio.db, nadia, episodeId)
  expect(await readRecording(radio.db, nadia, episodeId)).toBeNull()
  expect(await rundownVersion()).toBe(after)
  await expect(saveRecording(radio.db, nadia, episodeId, 3, [])).rejects.toMatchObject({
    reason: 'recording.gone',
  })
})

test('an episode that goes takes its recording along, and leaves the sound', async () => {
  const clipId = await recording()
  await setRecording(radio.db, nadia, episodeId, clipId)
  await radio.db.delete(episodes).where(eq(episodes.id, episodeId))
  expect(await radio.db.$count(clips, eq(clips.id, clipId))).toBe(1)
})
