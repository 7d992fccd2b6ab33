import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { audit, clips, members, paceSamples, stories } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { learnChosenPace, learnPace } from '#lib/sound/learn-pace.server.ts'
import { energyOf } from '#lib/sound/loudness.ts'
import { bytesOf } from '#lib/sound/stored.ts'
import { takeChosen } from '#lib/sound/takes.ts'
import { readPace } from '#lib/story/reading-pace.server.ts'
import { writeStoryContent } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from '#tests/story/people.ts'
import { textOfLines } from '#tests/story/writing.ts'

const database = testDatabase()
let karim: Actor

beforeAll(async () => {
  karim = await member(database.db, 'Karim', 'coordination')
})

/** A reader with a text of so many words. */
async function reader(words: number) {
  const actor = await member(database.db, 'Fatiha')
  const storyId = await storyOf(database.db, actor)
  await writeStoryContent(database.db, actor, storyId, textOfLines('mot '.repeat(words)))
  return { actor, storyId }
}

/** A take of so many seconds of speech, with two of silence at each end. */
async function take(
  storyId: string | null,
  owner: Actor,
  seconds: number,
  set: Partial<typeof clips.$inferInsert> = {},
) {
  const quiet = Array.from({ length: 20 }, () => 0)
  const voice = Array.from({ length: seconds * 10 }, () => energyOf(-20))
  const id = randomUUID()
  await database.db.insert(clips).values({
    ...{ id, title: 'Prise', ownerId: owner.memberId, storyId, state: 'ready', sizeBytes: 1 },
    ...{ originalName: 'prise.webm', originalFile: `originals/${id}`, durationMs: seconds * 1000 + 4000 },
    subBlocks: bytesOf(Float32Array.from([...quiet, ...voice, ...quiet])),
    ...set,
  })
  return id
}

const paceOf = async ({ memberId }: Actor) => await readPace(database.db, memberId)

test('a chosen take makes the pace: words over the time from the first to the last', async () => {
  const { actor, storyId } = await reader(120)
  const clipId = await take(storyId, actor, 60)
  expect(await learnPace(database.db, clipId)).toEqual({ learned: true, wpm: 120 })
  expect(await paceOf(actor)).toEqual({ wpm: 120, from: 'take', isOwn: true, readings: 1 })
})

test('twice, and twice at once, is once', async () => {
  const { actor, storyId } = await reader(120)
  const clipId = await take(storyId, actor, 60)
  const all = await Promise.all([learnPace(database.db, clipId), learnPace(database.db, clipId)])
  expect(all.filter(({ learned }) => learned)).toHaveLength(1)
  expect(await learnPace(database.db, clipId)).toEqual({ learned: false, reason: 'known' })
  expect(await database.db.$count(paceSamples, eq(paceSamples.clipId, clipId))).toBe(1)
})

test('the median of the last five, within what a person may be set to', async () => {
  const { actor, storyId } = await reader(120)
  for (const seconds of [30, 60, 50, 58, 62, 60])
    await learnPace(database.db, await take(storyId, actor, seconds))
  // 240 is forgotten; 144, 124, 120, 120 and 116 remain.
  expect(await paceOf(actor)).toMatchObject({ wpm: 120, readings: 5 })
  const quick = await reader(120)
  await learnPace(database.db, await take(quick.storyId, quick.actor, 30))
  expect(await paceOf(quick.actor)).toMatchObject({ wpm: 200 })
  const slow = await reader(35)
  await learnPace(database.db, await take(slow.storyId, slow.actor, 30))
  expect(await paceOf(slow.actor)).toMatchObject({ wpm: 90 })
})

test('a take of a passage counts its words, one that was cut what is left of it', async () => {
  const { actor, storyId } = await reader(300)
  const passage = 'un deux trois quatre cinq '.repeat(10)
  expect(await learnPace(database.db, await take(storyId, actor, 20, { passage }))).toEqual({
    learned: true,
    wpm: 150,
  })
  const edit = {
    parts: [{ startMs: 2000, endMs: 22_000 }],
    fadeInMs: 0,
    fadeOutMs: 0,
    gainDb: 0,
    keepsSilence: true,
    cleanUps: [],
  }
  await learnPace(database.db, await take(storyId, actor, 60, { passage, edit }))
  const samples = await database.db.select().from(paceSamples).where(eq(paceSamples.memberId, actor.memberId))
  expect(samples.map(({ words, spokenMs }) => [words, spokenMs])).toEqual([
    [50, 20_000],
    [50, 20_000],
  ])
})

test.each<[string, number, number, string]>([
  ['too short', 30, 12, 'pace.too-short'],
  ['an interview of five minutes on a text of ten lines', 100, 300, 'pace.too-slow'],
  ['half of the text', 300, 30, 'pace.too-fast'],
])('%s says nothing about a pace', async (_what, words, seconds, reason) => {
  const { actor, storyId } = await reader(words)
  expect(await learnPace(database.db, await take(storyId, actor, seconds))).toEqual({
    learned: false,
    reason,
  })
  expect(await paceOf(actor)).toMatchObject({ from: null, isOwn: false })
})

test('neither does a story without words, a sound of no story, somebody else’s voice, or a sound that is not ready', async () => {
  const { db } = database
  const { actor, storyId } = await reader(120)
  const empty = await storyOf(db, actor)
  expect(await learnPace(db, await take(empty, actor, 60))).toMatchObject({ reason: 'pace.no-text' })
  expect(await learnPace(db, await take(null, actor, 60))).toMatchObject({ reason: 'no-story' })
  expect(await learnPace(db, await take(storyId, karim, 60))).toMatchObject({ reason: 'other-voice' })
  expect(
    await learnPace(db, await take(storyId, actor, 60, { state: 'received', subBlocks: null })),
  ).toMatchObject({ reason: 'not-ready' })
  expect(await learnPace(db, randomUUID())).toMatchObject({ reason: 'not-ready' })
})

test('when a sound is prepared, only the one that was chosen is learned from', async () => {
  const { db } = database
  const { actor, storyId } = await reader(120)
  const [chosen, other] = [await take(storyId, actor, 60), await take(storyId, actor, 40)]
  await db.insert(audit).values({ memberId: actor.memberId, what: takeChosen, object: chosen })
  await learnChosenPace(db, other)
  await learnChosenPace(db, chosen)
  expect(await paceOf(actor)).toMatchObject({ wpm: 120, readings: 1 })
})

test('a pace stays when its takes and stories are gone', async () => {
  const { db } = database
  const { actor, storyId } = await reader(120)
  const clipId = await take(storyId, actor, 60)
  await learnPace(db, clipId)
  await db.delete(clips).where(eq(clips.id, clipId))
  await db.delete(stories).where(eq(stories.id, storyId))
  expect(await paceOf(actor)).toMatchObject({ wpm: 120, readings: 1 })
  await db.delete(paceSamples).where(eq(paceSamples.memberId, actor.memberId))
  expect((await db.select().from(members).where(eq(members.id, actor.memberId)))[0]?.readingWpm).toBe(120)
})
