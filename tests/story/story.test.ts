import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { rubrics, storyUpdates, themes } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { plainText } from '#lib/story/document.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { listStories, type StoryFilter } from '#lib/story/list-stories.server.ts'
import { emptyCue } from '#lib/story/sound-cue.ts'
import * as door from '#lib/story/story.server.ts'
import { seconds } from '#lib/time/duration.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'

const database = testDatabase()
let fatiha: Actor
let denise: Actor
let lucas: Actor
let tech: Actor
let boss: Actor

beforeAll(async () => {
  fatiha = await member(database.db, 'Fatiha')
  denise = await member(database.db, 'Denise')
  lucas = await member(database.db, 'Lucas')
  tech = await member(database.db, 'Tomasz', 'technique')
  boss = await member(database.db, 'Karim', 'coordination')
})

const plain = { title: 'Les citrons', rubricId: null, themeIds: [] }
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
  )

test('a story opens as its author’s idea, with its rubric, themes and people', async () => {
  const [rubric] = await database.db.insert(rubrics).values({ name: 'Culture', slug: 'culture' }).returning()
  const [theme] = await database.db.insert(themes).values({ name: 'Mobilité', slug: 'mobilite' }).returning()
  if (!rubric || !theme) throw new Error('The lists were not made')
  const storyId = await door.createStory(database.db, fatiha, {
    title: '  Les\ncitrons \u202e',
    rubricId: rubric.id,
    themeIds: [theme.id, theme.id],
    peopleIds: [denise.memberId],
  })
  expect(await door.readStory(database.db, denise, storyId)).toMatchObject({
    title: 'Les citrons',
    state: 'idea',
    rubric: 'Culture',
    themes: [{ name: 'Mobilité' }],
    author: { name: 'Fatiha' },
    people: [{ name: 'Denise' }],
    words: 0,
    readingMs: 0,
    mayWrite: true,
    nextStates: ['draft', 'toReview'],
  })
})

test.each([
  ['no title', { ...plain, title: ' \n ' }, 'story.title-missing'],
  ['a title of 5 000 characters', { ...plain, title: 'x'.repeat(5000) }, 'story.title-too-long'],
  ['four themes', { ...plain, themeIds: [1, 2, 3, 4].map(() => randomUUID()) }, 'story.too-many-themes'],
  ['a theme that is gone', { ...plain, themeIds: [randomUUID()] }, 'story.unknown-choice'],
  ['a rubric that is gone', { ...plain, rubricId: randomUUID() }, 'story.unknown-choice'],
  ['a rubric that never was', { ...plain, rubricId: 'x' }, 'story.unknown-choice'],
])('%s is refused', async (_what, details, reason) => {
  expect(await refusal(door.createStory(database.db, fatiha, details))).toBe(reason)
  const storyId = await storyOf(database.db, fatiha)
  const edit = door.editStory(database.db, fatiha, storyId, { peopleIds: [], ...details })
  expect(await refusal(edit)).toBe(reason)
  expect((await door.readStory(database.db, fatiha, storyId)).title).toBe('Les citrons de la conserverie')
})

describe('rights', () => {
  const verbs: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
    read: (actor, id) => door.readStory(database.db, actor, id),
    'read the text': (actor, id) => door.readStoryContent(database.db, actor, id),
    write: (actor, id) => door.writeStoryContent(database.db, actor, id, { type: 'doc', content: [] }),
    edit: (actor, id) => door.editStory(database.db, actor, id, { ...plain, peopleIds: [] }),
    'hand in': (actor, id) => door.changeStoryState(database.db, actor, id, 'toReview'),
    validate: (actor, id) => door.changeStoryState(database.db, actor, id, 'ready'),
    bin: (actor, id) => door.binStory(database.db, actor, id),
    restore: (actor, id) => door.restoreStory(database.db, actor, id),
  }
  const everything = Object.keys(verbs)
  const authors = everything.filter((verb) => verb !== 'validate')
  test.each<[string, () => Actor, string[], string]>([
    ['its author', () => fatiha, authors, 'story.state'],
    ['whom it is shared with', () => denise, authors, 'story.state'],
    ['the coordination', () => boss, everything, ''],
    ['the studio', () => tech, ['read', 'read the text'], 'not-allowed'],
    ['anybody else', () => lucas, [], 'not-found'],
  ])('%s', async (_who, actor, allowed, reason) => {
    for (const [verb, attempt] of Object.entries(verbs)) {
      const storyId = await storyOf(database.db, fatiha, denise)
      const outcome = await refusal(attempt(actor(), storyId))
      expect({ verb, outcome }).toEqual({ verb, outcome: allowed.includes(verb) ? 'done' : reason })
    }
  })

  test('an unknown story is answered like a forbidden one', async () => {
    for (const attempt of Object.values(verbs)) {
      for (const id of [randomUUID(), 'x', '../../etc'])
        expect(await refusal(attempt(lucas, id))).toBe('not-found')
    }
  })
})

test('each sees their own stories, the studio all; the bin apart', async () => {
  const rosa = await member(database.db, 'Rosa')
  const mine = await storyOf(database.db, rosa)
  const shared = await storyOf(database.db, fatiha, rosa)
  const binned = await storyOf(database.db, rosa)
  const foreign = await storyOf(database.db, fatiha)
  await door.binStory(database.db, rosa, binned)
  await door.changeStoryState(database.db, rosa, mine, 'toReview')
  const seen = async (actor: Actor, filter?: StoryFilter) =>
    (await listStories(database.db, actor, filter)).map((story) => story.id)
  expect((await seen(rosa)).toSorted()).toEqual([mine, shared].toSorted())
  expect(await seen(rosa, { states: ['toReview'] })).toEqual([mine])
  expect(await seen(rosa, { binned: true })).toEqual([binned])
  expect(await seen(tech)).toEqual(expect.arrayContaining([mine, shared, foreign]))
  expect(await seen(tech, { mine: true })).toEqual([])
  await door.restoreStory(database.db, rosa, binned)
  expect(await seen(rosa)).toContain(binned)
})

test('an aired story is not binned', async () => {
  const storyId = await storyOf(database.db, fatiha)
  await door.changeStoryState(database.db, boss, storyId, 'aired')
  expect(await refusal(door.binStory(database.db, boss, storyId))).toBe('story.aired')
})

describe('a text that is brought in', () => {
  const text = contentFromBlocks([
    { type: 'leadIn', by: 'Denise', text: 'Les citrons tombent.' },
    { type: 'offAir', text: 'Sourire' },
  ])

  test('is read back with its words and its time, whole', async () => {
    const storyId = await storyOf(database.db, fatiha)
    await door.writeStoryContent(database.db, fatiha, storyId, text)
    expect(await door.readStoryContent(database.db, fatiha, storyId)).toEqual(text)
    expect(await door.readStory(database.db, fatiha, storyId)).toMatchObject({
      words: 3,
      readingMs: seconds(2),
    })
    expect(await listStories(database.db, boss)).toContainEqual(
      expect.objectContaining({ id: storyId, words: 3, readingMs: seconds(2) }),
    )
    expect(await database.db.$count(storyUpdates)).toBe(0)
  })

  test('lasts as long as its words and its sounds, also in a quote', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const cue = { type: 'soundCue', attrs: { ...emptyCue, inMs: 2000, outMs: 44_000 } }
    const open = { type: 'soundCue', attrs: { ...emptyCue, label: 'Pas encore enregistré' } }
    const content = [...text.content, cue, open, { type: 'blockquote', content: [cue] }]
    await door.writeStoryContent(database.db, fatiha, storyId, { type: 'doc', content })
    const length = { words: 3, readingMs: seconds(2 + 42 + 42) }
    expect(await door.readStory(database.db, fatiha, storyId)).toMatchObject(length)
    expect(await listStories(database.db, boss)).toContainEqual(
      expect.objectContaining({ id: storyId, ...length }),
    )
  })

  test('never goes over one that is there', async () => {
    const storyId = await storyOf(database.db, fatiha)
    await door.writeStoryContent(database.db, fatiha, storyId, text)
    const other = contentFromBlocks([{ type: 'paragraph', text: 'Autre chose' }])
    expect(await refusal(door.writeStoryContent(database.db, boss, storyId, other))).toBe('story.has-text')
    expect(plainText(await door.readStoryContent(database.db, fatiha, storyId))).toContain('citrons')
  })

  test.each([
    [null],
    [{ type: 'doc', content: [{ type: 'text', text: 'x'.repeat(2_000_000) }] }],
  ])('is refused when it is none, or too much', async (content) => {
    const storyId = await storyOf(database.db, fatiha)
    const attempt = door.writeStoryContent(database.db, fatiha, storyId, content)
    expect(await refusal(attempt)).toBe('story.too-long')
  })
})
