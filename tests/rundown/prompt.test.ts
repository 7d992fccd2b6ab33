import { beforeAll, describe, expect, test } from 'vitest'
import { clips, members, shows } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { bareLine, type Line } from '#lib/rundown/patch.ts'
import { readRundownTexts } from '#lib/rundown/prompt.server.ts'
import { firstWords, presenterParts, promptSections, readAloud } from '#lib/rundown/prompt.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { contentFromBlocks, type DraftBlock } from '#lib/story/draft.ts'
import { readStoryPrompt } from '#lib/story/prompt.server.ts'
import { promptParts } from '#lib/story/prompt.ts'
import { binStory, createStory, writeStoryContent } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'

const blocks: DraftBlock[] = [
  { type: 'leadIn', by: 'Denise', text: 'On commence par les citrons.' },
  { type: 'heading', text: 'Dans le camion' },
  { type: 'question', by: 'Karim', text: 'Qui les mange ?' },
  { type: 'soundCue', text: 'Le moulin' },
  { type: 'paragraph', by: 'Fatiha', text: 'Tout le quartier.' },
  { type: 'offAir', text: 'Sourire à Zohra' },
  { type: 'leadOut', text: 'C’était Fatiha.' },
]
const parts = promptParts(contentFromBlocks(blocks), () => 150)
const line = (id: string, what: Partial<Line> = {}): Line => ({
  ...bareLine,
  id,
  kind: 'voice',
  title: id,
  plannedMs: 60_000,
  version: 1,
  ...what,
})
const read = (...lines: Line[]) =>
  promptSections(lines, { citrons: { parts } }).map(({ parts }) =>
    parts.map(({ kind, text }) => text || kind),
  )

describe('a show on the prompter', () => {
  test('a text has all that is said and where sounds play, never a note or a title', () =>
    expect(read(line('a', { storyId: 'citrons' }))).toEqual([
      [
        'On commence par les citrons.',
        'Qui les mange ?',
        'Le moulin',
        'Tout le quartier.',
        'C’était Fatiha.',
      ],
    ]))
  test.each(['clip', 'insert'] as const)('a line that plays its %s keeps what is said around it', (kind) =>
    expect(read(line('a', { kind, storyId: 'citrons', clipId: 'son' }))).toEqual([
      ['On commence par les citrons.', 'soundCue', 'C’était Fatiha.'],
    ]))
  test.each([
    ['a sound that is not there yet', { kind: 'clip', storyId: 'citrons' }],
    ['a talk in the studio, recorded as well', { kind: 'studioTalk', storyId: 'citrons', clipId: 'son' }],
  ] as const)('%s is read whole', (_what, given) => expect(read(line('a', given))[0]).toHaveLength(5))
  test('a line without a story shows its notes only after "À lire :"', () =>
    expect(
      read(
        line('a', { notes: 'Demander à Zohra' }),
        line('b', { notes: 'Micro 2\nÀ lire : Bonsoir.\n\nBonne soirée.' }),
        line('c', { kind: 'theme', clipId: 'son' }),
      ),
    ).toEqual([[], ['Bonsoir.', 'Bonne soirée.'], ['soundCue']]))
  test('a text that is not there yet leaves its title', () =>
    expect(read(line('a', { storyId: 'ailleurs' }))).toEqual([[]]))
  test('a skipped line is left out, unless somebody takes it', () => {
    const lines = [line('a'), line('b', { isSkipped: true }), line('c')]
    const ids = (onAirId: string | null) => promptSections(lines, {}, onAirId).map(({ id }) => id)
    expect([ids(null), ids('b')]).toEqual([
      ['a', 'c'],
      ['a', 'b', 'c'],
    ])
  })
})

test.each([
  ['à lire: Bonjour', ['Bonjour']],
  ['A LIRE\u00a0: Bonjour', ['Bonjour']],
  ['Pas à lire : non', []],
  ['à lire', []],
  ['', []],
])('of the notes %j is read %j', (notes, said) => expect(readAloud(notes)).toEqual(said))

test('the presenter has the lead-in, the questions and the closing; of a text without them, all', () => {
  expect(presenterParts(parts).map(({ kind }) => kind)).toEqual(['leadIn', 'question', 'leadOut'])
  const plain = parts.filter(({ kind }) => kind === 'paragraph')
  expect(presenterParts(plain)).toEqual(plain)
})

test('the first words of a text, without its sounds', () => {
  expect(firstWords(parts, 7)).toBe('On commence par les citrons. Qui les …')
  expect(firstWords(parts.slice(0, 1))).toBe('On commence par les citrons.')
  expect(firstWords([])).toBe('')
})

describe('with the database', () => {
  const radio = testDatabase()
  const people: Record<string, Actor> = {}
  let storyId = ''

  beforeAll(async () => {
    await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
    const enrol = async (name: string, role: Actor['role'], readingWpm: number | null = null) => {
      const [row] = await radio.db.insert(members).values({ name, role, readingWpm }).returning()
      people[name] = { memberId: row?.id ?? '', name, role, houseId: null, sessionId: 's' }
    }
    await enrol('Nadia', 'coordination')
    await enrol('Fatiha', 'resident', 120)
    await enrol('Denise', 'resident', 100)
    await enrol('Lucas', 'resident')
    storyId = await createStory(radio.db, who('Fatiha'), {
      title: 'Les citrons',
      rubricId: null,
      themeIds: [],
    })
    await writeStoryContent(radio.db, who('Fatiha'), storyId, contentFromBlocks(blocks))
  })
  const who = (name: string): Actor => {
    const actor = people[name]
    if (!actor) throw new Error(`no ${name}`)
    return actor
  }
  const reason = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
    )

  test('each block takes the time of who says it, else of the author', async () => {
    const episodeId = await planNextEpisode(radio.db, who('Nadia'), new Date('2026-11-24T09:00:00Z'))
    const [clip] = await radio.db
      .insert(clips)
      .values({ title: 'son', originalName: 'x.wav', originalFile: 'originals/x', sizeBytes: 1 })
      .returning()
    await addItem(radio.db, who('Nadia'), episodeId, { kind: 'voice', title: 'Citrons', storyId })
    await addItem(radio.db, who('Nadia'), episodeId, {
      kind: 'clip',
      title: 'Sans texte',
      clipId: clip?.id ?? null,
    })
    const texts = await readRundownTexts(radio.db, who('Nadia'), episodeId)
    expect(Object.keys(texts)).toEqual([storyId])
    expect(texts[storyId]?.parts.map(({ by, words, readMs }) => [by, words, readMs])).toEqual([
      ['Denise', 5, 3000],
      ['Karim', 3, 1500],
      ['', 0, 0],
      ['Fatiha', 3, 1500],
      ['', 2, 1000],
    ])
    expect(await reason(readRundownTexts(radio.db, who('Fatiha'), episodeId))).toBe('not-found')
    await binStory(radio.db, who('Fatiha'), storyId)
    expect(await readRundownTexts(radio.db, who('Nadia'), episodeId)).toEqual({})
  })

  test('a story is rehearsed by who may read it, at their own pace', async () => {
    const own = await createStory(radio.db, who('Fatiha'), {
      title: 'Le fil',
      rubricId: null,
      themeIds: [],
      peopleIds: [who('Denise').memberId],
    })
    await writeStoryContent(
      radio.db,
      who('Fatiha'),
      own,
      contentFromBlocks([{ type: 'paragraph', text: 'Un fil, deux fils, trois' }]),
    )
    const paces = await Promise.all(
      ['Fatiha', 'Denise', 'Nadia'].map(
        async (name) => (await readStoryPrompt(radio.db, who(name), own)).parts[0],
      ),
    )
    expect(paces.map((part) => part?.readMs)).toEqual([2500, 3000, 2000])
    expect(await reason(readStoryPrompt(radio.db, who('Lucas'), own))).toBe('not-found')
    expect(await reason(readStoryPrompt(radio.db, who('Lucas'), 'rien'))).toBe('not-found')
  })
})
