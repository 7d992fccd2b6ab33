import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { clips, stories, storyNotes, storyReviews } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { askHand, withdrawHand } from '#lib/story/hand.server.ts'
import { readHome } from '#lib/story/home.server.ts'
import { makeStoryPaper } from '#lib/story/papers.server.ts'
import { giveStoryBack, offerStory, readProposals, takeStory } from '#lib/story/proposal.server.ts'
import {
  changeStoryState,
  createStory,
  editStory,
  readStory,
  readStoryContent,
} from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'

const database = testDatabase()
let fatiha: Actor
let denise: Actor
let lucas: Actor
let boss: Actor

beforeAll(async () => {
  fatiha = await member(database.db, 'Fatiha')
  denise = await member(database.db, 'Denise')
  lucas = await member(database.db, 'Lucas')
  boss = await member(database.db, 'Karim', 'coordination')
})

const plain = { title: 'Le bus de nuit', rubricId: null, themeIds: [] }
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
  )

describe('a story that begins', () => {
  test('has its form’s skeleton, and stays an idea until somebody writes', async () => {
    const storyId = await createStory(database.db, fatiha, {
      ...plain,
      ...{ form: 'interview', angle: ' Qui prend le\ndernier bus ? ' },
    })
    expect(await readStory(database.db, fatiha, storyId)).toMatchObject({
      ...{ state: 'idea', form: 'interview', angle: 'Qui prend le dernier bus ?', words: 0 },
      proposedBy: null,
    })
    const { content } = await readStoryContent(database.db, fatiha, storyId)
    expect(content.map(({ type }) => type)).toContain('question')
  })

  test('has its first words, and is a draft', async () => {
    const storyId = await createStory(database.db, fatiha, { ...plain, words: 'Il est minuit dix.' })
    expect(await readStory(database.db, fatiha, storyId)).toMatchObject({ state: 'draft', words: 4 })
  })

  test('is opened once, however often it is sent, and by nobody else under the same id', async () => {
    const id = randomUUID()
    const open = (actor: Actor) => createStory(database.db, actor, { ...plain, id, form: 'brief' })
    expect(new Set(await Promise.all([open(fatiha), open(fatiha)]))).toEqual(new Set([id]))
    expect(await open(fatiha)).toBe(id)
    expect(await refusal(open(lucas))).toBe('story.unknown-choice')
    expect((await readStoryContent(database.db, fatiha, id)).content).toHaveLength(4)
  })

  test('refuses an angle of a page, and words of a book', async () => {
    const open = (more: object) => createStory(database.db, fatiha, { ...plain, ...more })
    expect(await refusal(open({ angle: 'x'.repeat(301) }))).toBe('story.angle-too-long')
    expect(await refusal(open({ words: 'x'.repeat(2_000_000) }))).toBe('story.too-long')
  })

  test('changes its form and angle, and keeps them when they are not spoken of', async () => {
    const storyId = await createStory(database.db, fatiha, { ...plain, form: 'brief', angle: 'Pourquoi ?' })
    await editStory(database.db, fatiha, storyId, { ...plain, peopleIds: [] })
    const kept = { form: 'brief', angle: 'Pourquoi ?' }
    expect(await readStory(database.db, fatiha, storyId)).toMatchObject(kept)
    const changed = { form: null, angle: '' }
    await editStory(database.db, fatiha, storyId, { ...plain, ...changed, peopleIds: [] })
    expect(await readStory(database.db, fatiha, storyId)).toMatchObject(changed)
  })
})

describe('an idea for all', () => {
  const offer = () => createStory(database.db, fatiha, { ...plain, isProposal: true })
  const offeredTo = async (actor: Actor) => (await readProposals(database.db, actor)).map(({ id }) => id)

  test('is seen by all, taken by one, and remembers whose it was', async () => {
    const storyId = await offer()
    expect(await offeredTo(lucas)).toContain(storyId)
    expect(await offeredTo(fatiha)).not.toContain(storyId)
    await takeStory(database.db, lucas, storyId)
    expect(await readStory(database.db, lucas, storyId)).toMatchObject({
      ...{ author: { name: 'Lucas' }, proposedBy: 'Fatiha', isProposal: false, mayWrite: true },
    })
    expect(await offeredTo(denise)).not.toContain(storyId)
    expect((await readHome(database.db, fatiha)).taken).toMatchObject([{ id: storyId, by: 'Lucas' }])
  })

  test('of many who take it at once, one has it', async () => {
    const storyId = await offer()
    const takers = [lucas, denise, boss, await member(database.db, 'Rosa')]
    const outcomes = await Promise.all(takers.map((actor) => refusal(takeStory(database.db, actor, storyId))))
    expect(outcomes.toSorted()).toEqual(['done', 'story.taken', 'story.taken', 'story.taken'])
    const winner = takers[outcomes.indexOf('done')]
    expect((await readStory(database.db, boss, storyId)).authorId).toBe(winner?.memberId)
  })

  test('is given back by who took it, once, and by nobody else', async () => {
    const storyId = await offer()
    await takeStory(database.db, lucas, storyId)
    expect(await refusal(giveStoryBack(database.db, denise, storyId))).toBe('story.taken')
    await giveStoryBack(database.db, lucas, storyId)
    expect(await readStory(database.db, fatiha, storyId)).toMatchObject({
      ...{ author: { name: 'Fatiha' }, proposedBy: null, isProposal: true },
    })
    expect(await refusal(giveStoryBack(database.db, lucas, storyId))).toBe('story.taken')
  })

  test('is not taken by its author, nor when it was never offered, nor when it is no story', async () => {
    const mine = await offer()
    const quiet = await storyOf(database.db, fatiha)
    expect(await refusal(takeStory(database.db, fatiha, mine))).toBe('story.taken')
    for (const id of [quiet, randomUUID(), 'x'])
      expect(await refusal(takeStory(database.db, lucas, id))).toBe('story.taken')
    await offerStory(database.db, fatiha, mine, false)
    expect(await refusal(takeStory(database.db, lucas, mine))).toBe('story.taken')
  })

  test('only those of the story offer it, and only while it is not handed in', async () => {
    const storyId = await storyOf(database.db, fatiha)
    expect(await refusal(offerStory(database.db, lucas, storyId, true))).toBe('not-found')
    await database.db.update(stories).set({ state: 'ready' })
    expect(await refusal(offerStory(database.db, fatiha, storyId, true))).toBe('story.begun')
  })

  test('is nobody’s to take or give back any more once it is handed in', async () => {
    const storyId = await offer()
    await changeStoryState(database.db, fatiha, storyId, 'toReview')
    expect(await offeredTo(lucas)).not.toContain(storyId)
    expect(await refusal(takeStory(database.db, lucas, storyId))).toBe('story.taken')
    const taken = await offer()
    await takeStory(database.db, lucas, taken)
    await changeStoryState(database.db, lucas, taken, 'toReview')
    expect(await refusal(giveStoryBack(database.db, lucas, taken))).toBe('story.begun')
    await database.db.delete(stories).where(inArray(stories.id, [storyId, taken]))
  })
})

describe('a helping hand', () => {
  test('opens a story in a friend’s name: it is theirs, and both write', async () => {
    const storyId = await createStory(database.db, denise, { ...plain, authorId: fatiha.memberId })
    for (const actor of [fatiha, denise])
      expect(await readStory(database.db, actor, storyId)).toMatchObject({
        ...{ author: { name: 'Fatiha' }, proposedBy: 'Denise', people: [{ name: 'Denise' }], mayWrite: true },
      })
    const seen = (await readHome(database.db, fatiha)).stories.find(({ id }) => id === storyId)
    expect(seen).toMatchObject({ isMine: true, proposedBy: 'Denise' })
    // What was opened for her was never taken by her: she cannot hand it over so.
    expect(await refusal(giveStoryBack(database.db, fatiha, storyId))).toBe('story.taken')
    const nobody = createStory(database.db, denise, { ...plain, authorId: randomUUID() })
    expect(await refusal(nobody)).toBe('story.unknown-choice')
  })

  test('is asked of somebody by who may change the story, and withdrawn', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const ask = (actor: Actor, helperId: string) => askHand(database.db, actor, storyId, helperId)
    expect(await refusal(ask(lucas, denise.memberId))).toBe('not-found')
    for (const nobody of [randomUUID(), 'x', fatiha.memberId])
      expect(await refusal(ask(fatiha, nobody))).toBe('story.unknown-choice')
    expect(await ask(fatiha, lucas.memberId)).toBe('Lucas')
    await ask(fatiha, lucas.memberId)
    const asked = async () => (await readHome(database.db, lucas)).stories.map(({ id }) => id)
    expect(await asked()).toContain(storyId)
    await withdrawHand(database.db, fatiha, storyId, lucas.memberId)
    expect(await asked()).not.toContain(storyId)
    expect(await refusal(withdrawHand(database.db, lucas, storyId, fatiha.memberId))).toBe('not-found')
  })
})

test('the first page knows answers, takes, and who waits for a reading', async () => {
  const ines = await member(database.db, 'Inès')
  const storyId = await storyOf(database.db, ines)
  const mine = async () => (await readHome(database.db, ines)).stories
  expect(await mine()).toMatchObject([{ answeredBy: null, takes: 0, isTakeChosen: false }])
  await database.db
    .insert(storyNotes)
    .values({ storyId, memberId: denise.memberId, kind: 'comment', body: '?' })
  const take = { title: 'Prise', storyId, originalName: 'a.webm', originalFile: 'x', sizeBytes: 1 }
  await database.db.insert(clips).values([take, take, { ...take, passage: 'Bonjour' }])
  expect(await mine()).toMatchObject([{ answeredBy: 'Denise', takes: 2 }])
  await database.db.update(stories).set({ state: 'toReview' })
  await database.db.insert(storyReviews).values([
    { storyId, reviewerId: null },
    { storyId, reviewerId: lucas.memberId },
  ])
  const waiting = async (actor: Actor) =>
    (await readHome(database.db, actor)).toReadOver.map(({ author, isAskedOfMe }) => [author, isAskedOfMe])
  expect(await waiting(denise)).toEqual([['Inès', false]])
  expect(await waiting(ines)).toEqual([])
})

test('a story is printed for who may read it', async () => {
  const storyId = await createStory(database.db, fatiha, {
    ...plain,
    form: 'interview',
    words: 'Où allez-vous ?',
  })
  const ask = (actor: Actor, what: string) =>
    makeStoryPaper(what, { db: database.db, actor, storyId, query: new URLSearchParams('notes') })
  const text = await ask(fatiha, 'texte.pdf')
  expect(text?.name).toBe('Le bus de nuit.pdf')
  expect(
    Buffer.from(text?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect((await ask(boss, 'interview.pdf'))?.bytes.length).toBeGreaterThan(1000)
  expect(await ask(fatiha, 'constructor')).toBeUndefined()
  expect(await refusal(ask(lucas, 'texte.pdf'))).toBe('not-found')
})
