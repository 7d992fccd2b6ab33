import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { members, stories, storyReviews } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { addNote } from '#lib/story/notes.server.ts'
import * as door from '#lib/story/review.server.ts'
import { readReviewQueue } from '#lib/story/review-queue.server.ts'
import { binStory, changeStoryState, readStory } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'

const database = testDatabase()
let fatiha: Actor
let denise: Actor
let lucas: Actor
let boss: Actor
let storyId: string

beforeAll(async () => {
  fatiha = await member(database.db, 'Fatiha')
  denise = await member(database.db, 'Denise')
  lucas = await member(database.db, 'Lucas')
  boss = await member(database.db, 'Karim', 'coordination')
})
beforeEach(async () => {
  await database.db.delete(stories)
  storyId = await storyOf(database.db, fatiha)
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
  )
const ask = (actor: Actor, reader: Actor | null) =>
  refusal(door.askReview(database.db, actor, storyId, reader?.memberId ?? null))
const finish = (actor: Actor, verdict: 'ready' | 'changes' = 'ready', message = '') =>
  refusal(door.finishReview(database.db, actor, storyId, { verdict, checks: [], message }))
const handIn = (actor: Actor = fatiha) => refusal(changeStoryState(database.db, actor, storyId, 'toReview'))
const stateNow = async () => (await readStory(database.db, boss, storyId)).state
const reading = (actor: Actor) => refusal(readStory(database.db, actor, storyId))
const queue = async (actor: Actor) => (await readReviewQueue(database.db, actor)).map(({ id }) => id)

test('« J’ai fini » asks anybody', async () => {
  expect(await reading(lucas)).toBe('not-found')
  await handIn()
  expect(await reading(lucas)).toBe('done')
  expect(await door.readReview(database.db, fatiha, storyId)).toMatchObject({
    waiting: { reader: null },
    last: null,
  })
})

test('asking by name closes it to the others, and keeps its turn', async () => {
  await handIn()
  const before = await door.readReview(database.db, fatiha, storyId)
  await ask(fatiha, denise)
  const { waiting } = await door.readReview(database.db, fatiha, storyId)
  expect(waiting).toMatchObject({ reader: 'Denise', askedAt: before.waiting?.askedAt })
  expect([await reading(denise), await reading(lucas)]).toEqual(['done', 'not-found'])
  expect(await finish(lucas)).toBe('not-found')
  await ask(fatiha, null)
  expect(await reading(lucas)).toBe('done')
})

test('asking by name hands in at once', async () => {
  await ask(fatiha, denise)
  expect(await stateNow()).toBe('toReview')
})

test.each<[string, () => Promise<string>, string]>([
  ['the author', () => ask(fatiha, fatiha), 'review.own'],
  [
    'nobody that is known',
    () => refusal(door.askReview(database.db, fatiha, storyId, randomUUID())),
    'review.no-such-reader',
  ],
  ['no id at all', () => refusal(door.askReview(database.db, fatiha, storyId, 'x')), 'review.no-such-reader'],
  ['for somebody else’s text', () => ask(lucas, denise), 'not-found'],
])('%s cannot be asked', async (_who, attempt, reason) => {
  expect(await attempt()).toBe(reason)
  expect(await stateNow()).toBe('idea')
})

test('who is gone cannot be asked', async () => {
  const gone = await member(database.db, 'Jean')
  await database.db.update(members).set({ suspendedAt: new Date() }).where(eq(members.id, gone.memberId))
  expect(await ask(fatiha, gone)).toBe('review.no-such-reader')
})

describe('reading over', () => {
  test('says that it is ready', async () => {
    await ask(fatiha, denise)
    await door.finishReview(database.db, denise, storyId, {
      verdict: 'ready',
      checks: ['who', 'where', 'nothing of ours'],
      message: ' Très beau. ',
    })
    expect(await stateNow()).toBe('ready')
    expect(await door.readReview(database.db, fatiha, storyId)).toMatchObject({
      waiting: null,
      last: { by: 'Denise', verdict: 'ready', message: 'Très beau.' },
    })
    const [row] = await database.db.select().from(storyReviews).where(eq(storyReviews.storyId, storyId))
    expect(row?.checks).toEqual(['who', 'where'])
    expect(await reading(denise)).toBe('not-found')
  })

  test('gives it back with something to look at, never with nothing', async () => {
    await ask(fatiha, denise)
    expect(await finish(denise, 'changes')).toBe('review.nothing-said')
    await addNote(database.db, denise, storyId, { body: 'Qui parle ?', proposed: null, place: null })
    expect(await finish(denise, 'changes')).toBe('done')
    expect(await stateNow()).toBe('draft')
    expect(await door.readReview(database.db, fatiha, storyId)).toMatchObject({
      last: { by: 'Denise', verdict: 'changes' },
      remarks: [{ by: 'Denise', suggestions: 0, comments: 1 }],
    })
  })

  test('is never of one’s own text, whatever one’s part', async () => {
    storyId = await storyOf(database.db, boss)
    await handIn(boss)
    expect(await finish(boss)).toBe('review.own')
    expect(await finish(denise)).toBe('done')
  })

  test('of two who end it at once, one does and the other is told', async () => {
    await handIn()
    const outcomes = await Promise.all([finish(denise), finish(lucas, 'changes', 'Plus court ?')])
    expect(outcomes.toSorted()).toEqual(['done', 'review.done'])
    const rows = await database.db.select().from(storyReviews).where(eq(storyReviews.storyId, storyId))
    expect(rows).toHaveLength(1)
  })

  test('after it was taken back is told so', async () => {
    await handIn()
    await changeStoryState(database.db, fatiha, storyId, 'draft')
    expect(await finish(denise)).toBe('review.withdrawn')
    expect(await stateNow()).toBe('draft')
  })

  test('of what was never handed in is none', async () => {
    expect(await finish(denise)).toBe('not-found')
    expect(await finish(boss)).toBe('review.not-asked')
  })

  test('of one handed in before readings over were kept is written down', async () => {
    await database.db.update(stories).set({ state: 'toReview' }).where(eq(stories.id, storyId))
    expect(await queue(boss)).toEqual([storyId])
    expect(await queue(denise)).toEqual([])
    expect(await finish(boss)).toBe('done')
    expect(await door.readReview(database.db, fatiha, storyId)).toMatchObject({ last: { by: 'Karim' } })
  })

  test('refuses a letter instead of a message', async () => {
    await handIn()
    expect(await finish(denise, 'ready', 'x'.repeat(1001))).toBe('note.too-long')
  })
})

test('the coordination moves a text on: that was its reading over; not of its own text', async () => {
  await handIn()
  await changeStoryState(database.db, boss, storyId, 'ready')
  expect(await door.readReview(database.db, fatiha, storyId)).toMatchObject({
    last: { by: 'Karim', verdict: 'ready' },
  })
  storyId = await storyOf(database.db, boss)
  await handIn(boss)
  await changeStoryState(database.db, boss, storyId, 'ready')
  expect(await door.readReview(database.db, boss, storyId)).toMatchObject({ waiting: null, last: null })
})

test('the queue: the longest waiting first, each what is theirs to read', async () => {
  const forDenise = storyId
  await ask(fatiha, denise)
  storyId = await storyOf(database.db, denise)
  await handIn(denise)
  const ofDenise = storyId
  storyId = await storyOf(database.db, lucas)
  await handIn(lucas)
  const ofLucas = storyId
  const binned = await storyOf(database.db, lucas)
  await changeStoryState(database.db, lucas, binned, 'toReview')
  await binStory(database.db, lucas, binned)
  expect(await queue(boss)).toEqual([forDenise, ofDenise, ofLucas])
  expect(await queue(denise)).toEqual([forDenise, ofLucas])
  expect(await queue(lucas)).toEqual([ofDenise])
  expect(await readReviewQueue(database.db, denise)).toMatchObject([
    { author: 'Fatiha', isForMe: true, reader: 'Denise', isOwn: false, notes: 0 },
    { author: 'Lucas', isForMe: false, reader: null },
  ])
})
