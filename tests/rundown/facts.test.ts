import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clips } from '#lib/db/schema.ts'
import { type FactsNews, type StoryFacts, withNews } from '#lib/rundown/facts.ts'
import { addItems } from '#lib/rundown/rundown.server.ts'
import { binClip, editClip } from '#lib/sound/sound.server.ts'
import {
  binStory,
  changeStoryState,
  createStory,
  editStory,
  writeStoryContent,
} from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { Follower } from './follower.ts'
import { emptyShow, enrol, openStudio, type Studio } from './studio.ts'

const facts = (title: string): StoryFacts => ({
  ...{ title, state: 'draft', author: 'Fatiha', words: 10, readingMs: 4_000, consent: null },
})

describe('what is known of stories and sounds', () => {
  const known = { stories: { a: facts('Citrons'), b: facts('Poires') }, clips: {} }
  test.each<[string, FactsNews['stories'], Record<string, StoryFacts>]>([
    ['takes what is new', { a: facts('Limes') }, { a: facts('Limes'), b: facts('Poires') }],
    ['takes what it did not know', { c: facts('Noix') }, { ...known.stories, c: facts('Noix') }],
    ['forgets what is in the bin', { a: null }, { b: facts('Poires') }],
  ])('%s', (_what, stories, expected) => {
    expect(withNews(known, { stories, clips: {} })).toEqual({ stories: expected, clips: {} })
  })

  test('stays the very same when nothing is new, so that no screen is drawn again', () => {
    expect(withNews(known, { stories: { a: facts('Citrons'), gone: null }, clips: {} })).toBe(known)
  })
})

const radio = testDatabase()
let nadia: Awaited<ReturnType<typeof enrol>>
let studios: Studio[]
const open: Follower[] = []

beforeAll(async () => {
  const { db, address } = radio
  nadia = await enrol(db, 'Nadia', 'coordination')
  studios = [await openStudio(db, address), await openStudio(db, address)]
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((follower) => follower.leave()))
})
afterAll(async () => {
  await Promise.all(studios.map((studio) => studio.close()))
})

const newStory = (title = 'Citrons') =>
  createStory(radio.db, nadia.actor, { title, rubricId: null, themeIds: [] })

async function showWith(lines: { storyId?: string; clipId?: string; bedId?: string }[]) {
  const show = await emptyShow(radio.db)
  await addItems(
    radio.db,
    nadia.actor,
    show,
    lines.map((line) => ({ kind: 'voice', ...line })),
  )
  return show
}

/** One screen on each of two web processes, which have been told all that there was to know when they opened. */
async function screens(show: string): Promise<Follower[]> {
  const opened = studios.map(({ url }) => {
    const at = `${url}/api/episodes/${show}/rundown/events?since=1`
    return new Follower(at, nadia.cookie, { version: 1, lines: [] })
  })
  open.push(...opened)
  await Promise.all(opened.map((screen) => screen.until(() => screen.of('facts').length === 1)))
  return opened
}

const told = (screen: Follower) => screen.of('facts').map(({ data }) => data as FactsNews)

/** Waits until the screen has been told it. */
const hears = (screen: Follower, holds: (news: FactsNews) => boolean) =>
  screen.until(() => told(screen).slice(1).some(holds))

describe('an open rundown', () => {
  test('is told at first what its stories and sounds say of themselves', async () => {
    const storyId = await newStory()
    const binned = await newStory('Poires')
    const show = await showWith([{ storyId }, { storyId: binned }])
    await binStory(radio.db, nadia.actor, binned)
    const [screen] = await screens(show)
    expect(screen && told(screen)).toEqual([
      { stories: { [storyId]: expect.objectContaining({ title: 'Citrons' }), [binned]: null }, clips: {} },
    ])
  })

  test('shows how far a story is, its title and its length as they change, on whatever process', async () => {
    const storyId = await newStory()
    const both = await screens(await showWith([{ storyId }]))
    const all = (holds: (story: StoryFacts | null | undefined) => boolean) =>
      Promise.all(both.map((screen) => hears(screen, ({ stories }) => holds(stories[storyId]))))
    const details = { title: 'Limes', rubricId: null, themeIds: [], peopleIds: [] }
    await editStory(radio.db, nadia.actor, storyId, details)
    await all((story) => story?.title === 'Limes')
    const words = [{ type: 'text', text: 'Un citron.' }]
    const text = { type: 'doc', content: [{ type: 'paragraph', content: words }] }
    await writeStoryContent(radio.db, nadia.actor, storyId, text)
    await all((story) => story?.words === 2 && story.readingMs > 0)
    await changeStoryState(radio.db, nadia.actor, storyId, 'toReview')
    await all((story) => story?.state === 'toReview')
    await binStory(radio.db, nadia.actor, storyId)
    await all((story) => story === null)
  })

  test('shows what becomes of a sound, also of one that lies under a line', async () => {
    const [sound, bed] = await radio.db
      .insert(clips)
      .values(
        ['son', 'tapis'].map((title) => ({
          title,
          originalName: 'x.wav',
          originalFile: 'originals/x',
          sizeBytes: 1,
        })),
      )
      .returning()
    if (!sound || !bed) throw new Error('no sounds')
    const [screen] = await screens(await showWith([{ clipId: sound.id, bedId: bed.id }]))
    if (!screen) throw new Error('no screen')
    await editClip(radio.db, nadia.actor, bed.id, { title: 'Tapis doux' })
    await hears(screen, (news) => news.clips[bed.id]?.title === 'Tapis doux')
    await binClip(radio.db, nadia.actor, sound.id)
    await hears(screen, (news) => news.clips[sound.id] === null)
  })

  test('hears nothing of what is in another one', async () => {
    const [ours, theirs] = [await newStory(), await newStory()]
    const [screen] = await screens(await showWith([{ storyId: ours }]))
    const [other] = await screens(await showWith([{ storyId: theirs }]))
    if (!screen || !other) throw new Error('no screens')
    await changeStoryState(radio.db, nadia.actor, theirs, 'draft')
    await changeStoryState(radio.db, nadia.actor, ours, 'draft')
    await hears(screen, (news) => news.stories[ours]?.state === 'draft')
    expect(told(screen).some(({ stories }) => theirs in stories)).toBe(false)
  })
})
