import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openListener } from '#lib/db/listen.server.ts'
import { type NoteOutcome, storyNotes } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { STORY_CHANNEL } from '#lib/story/news.server.ts'
import { noteLimits } from '#lib/story/note.ts'
import { readNotes } from '#lib/story/note-list.server.ts'
import * as door from '#lib/story/notes.server.ts'
import { askReview } from '#lib/story/review.server.ts'
import { binStory, readStoryContent, writeStoryContent } from '#lib/story/story.server.ts'
import { appendUpdate, readKeptText } from '#lib/story/text.server.ts'
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

const text = contentFromBlocks([
  { type: 'paragraph', text: 'On coupe les citrons.' },
  { type: 'paragraph', text: 'On les presse.' },
])
const CITRONS = { line: 0, from: 13, to: 20, quote: 'citrons' }

/** A text of Fatiha's that Denise is asked to read over. */
beforeEach(async () => {
  storyId = await storyOf(database.db, fatiha)
  await writeStoryContent(database.db, fatiha, storyId, text)
  await askReview(database.db, fatiha, storyId, denise.memberId)
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
  )
const suggest = (actor: Actor = denise, proposed = 'fruits') =>
  door.addNote(database.db, actor, storyId, { body: '', proposed, place: CITRONS })
const remark = (actor: Actor = denise, body = 'Qui parle ?') =>
  door.addNote(database.db, actor, storyId, { body, proposed: null, place: CITRONS })
const notes = (actor: Actor = fatiha) => readNotes(database.db, actor, storyId)
const close = (actor: Actor, id: string, outcome: NoteOutcome) =>
  refusal(door.closeNote(database.db, actor, id, outcome))

/** Somebody writes in the text, as their page would send it. */
async function rewrite(change: (doc: Y.Doc) => void) {
  const { doc } = await readKeptText(database.db, storyId)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  await appendUpdate(database.db, storyId, fatiha.memberId, Y.encodeStateAsUpdate(doc, before))
}
function wordsOf(doc: Y.Doc, line: number): Y.XmlText {
  const element = doc.getXmlFragment('default').get(line)
  const words = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('The line has no words')
  return words
}

test('a suggestion stands beside the text, and changes nothing in it', async () => {
  await suggest()
  expect(await notes()).toMatchObject([
    {
      kind: 'suggestion',
      by: { name: 'Denise', colour: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      quote: 'citrons',
      proposed: 'fruits',
      words: 'citrons',
      place: { line: 0, from: 13, to: 20 },
      closed: null,
      mayTake: true,
      mayWithdraw: false,
    },
  ])
  expect(await readStoryContent(database.db, fatiha, storyId)).toEqual(text)
})

test('it finds its words where they went since the reader’s page was made', async () => {
  await rewrite((doc) => wordsOf(doc, 0).insert(0, 'Ce matin, '))
  await suggest()
  expect(await notes()).toMatchObject([{ words: 'citrons', place: { line: 0, from: 23, to: 30 } }])
})

test('its words may be rewritten: both are shown', async () => {
  await suggest()
  await rewrite((doc) => {
    wordsOf(doc, 0).insert(20, ' jaunes')
    wordsOf(doc, 0).insert(15, 'T')
  })
  expect(await notes()).toMatchObject([{ quote: 'citrons', words: 'ciTtrons' }])
})

test('a note whose words are gone stays, at the end', async () => {
  await suggest()
  const whole = await door.addNote(database.db, denise, storyId, {
    body: 'C’est beau.',
    proposed: null,
    place: null,
  })
  await rewrite((doc) => doc.getXmlFragment('default').delete(0, 1))
  expect(await notes()).toMatchObject([
    { id: whole, place: null },
    { quote: 'citrons', words: '', place: null },
  ])
})

test('words that are gone take no note', async () => {
  await rewrite((doc) => wordsOf(doc, 0).delete(13, 7))
  expect(await refusal(suggest())).toBe('note.words-gone')
})

test('answers follow the note, whoever answers whom', async () => {
  const id = await remark()
  await door.answerNote(database.db, fatiha, id, ' C’est Zohra. ')
  const [first] = await notes()
  await door.answerNote(database.db, denise, first?.answers[0]?.id ?? '', 'Merci')
  expect(await notes()).toMatchObject([
    {
      id,
      answers: [
        { by: { name: 'Fatiha' }, body: 'C’est Zohra.' },
        { by: { name: 'Denise' }, body: 'Merci' },
      ],
    },
  ])
})

describe('ending a note', () => {
  test.each<[NoteOutcome, 'suggestion' | 'comment', string[]]>([
    ['taken', 'suggestion', ['Fatiha', 'Karim']],
    ['kept', 'suggestion', ['Fatiha', 'Karim']],
    ['resolved', 'comment', ['Fatiha', 'Denise', 'Karim']],
    ['withdrawn', 'suggestion', ['Denise']],
    ['taken', 'comment', []],
  ])('%s, a %s: %j', async (outcome, kind, allowed) => {
    for (const actor of [fatiha, denise, lucas, boss]) {
      const id = await (kind === 'suggestion' ? suggest() : remark())
      const expected = allowed.includes(actor.name) ? 'done' : actor === lucas ? 'not-found' : 'not-allowed'
      expect({ who: actor.name, is: await close(actor, id, outcome) }).toEqual({
        who: actor.name,
        is: expected,
      })
    }
  })

  test('from two pages at once it ends once', async () => {
    const id = await suggest()
    const outcomes = await Promise.all([close(fatiha, id, 'taken'), close(fatiha, id, 'kept')])
    expect(outcomes.toSorted()).toEqual(['done', 'note.closed'])
  })

  test('is undone by who writes in the text', async () => {
    const id = await suggest()
    await close(fatiha, id, 'kept')
    expect(await notes()).toMatchObject([{ closed: { outcome: 'kept', by: 'Fatiha' } }])
    expect(await refusal(door.reopenNote(database.db, denise, id))).toBe('not-allowed')
    await door.reopenNote(database.db, fatiha, id)
    expect(await notes()).toMatchObject([{ closed: null }])
  })

  test('one that is over takes no answer', async () => {
    const id = await remark()
    await close(fatiha, id, 'resolved')
    expect(await refusal(door.answerNote(database.db, denise, id, 'Encore'))).toBe('note.closed')
  })
})

test('whoever is not asked neither reads notes nor writes any', async () => {
  const id = await suggest()
  expect(await refusal(notes(lucas))).toBe('not-found')
  expect(await refusal(suggest(lucas))).toBe('not-found')
  expect(await refusal(door.answerNote(database.db, lucas, id, 'Moi'))).toBe('not-found')
  for (const unknown of [randomUUID(), 'x'])
    expect(await refusal(door.answerNote(database.db, fatiha, unknown, 'Moi'))).toBe('not-found')
})

test('what is in the bin takes no note', async () => {
  await binStory(database.db, fatiha, storyId)
  expect(await refusal(suggest())).toBe('story.closed')
})

test.each<[string, door.NoteDraft, string]>([
  ['nothing said', { body: ' \n ', proposed: null, place: CITRONS }, 'note.empty'],
  ['other words for nothing', { body: '', proposed: 'x', place: null }, 'note.empty'],
  ['the same words', { body: '', proposed: 'citrons', place: CITRONS }, 'note.same'],
  ['a novel', { body: 'x'.repeat(2001), proposed: null, place: null }, 'note.too-long'],
  ['a novel instead', { body: '', proposed: 'x'.repeat(4001), place: CITRONS }, 'note.too-long'],
  [
    'a novel quoted',
    { body: 'x', proposed: null, place: { ...CITRONS, quote: 'x'.repeat(2001) } },
    'note.quote-too-long',
  ],
  [
    'a line that is not there',
    { body: 'x', proposed: null, place: { ...CITRONS, line: 99, quote: 'rien' } },
    'note.words-gone',
  ],
  [
    'a place before the text',
    { body: 'x', proposed: null, place: { line: -1, from: -5, to: 0, quote: 'rien' } },
    'note.words-gone',
  ],
])('%s is refused', async (_what, draft, reason) => {
  expect(await refusal(door.addNote(database.db, denise, storyId, draft))).toBe(reason)
  expect(await notes()).toEqual([])
})

/** Written straight into the table: as many by hand would take minutes. */
async function many(count: number, more: Partial<typeof storyNotes.$inferInsert>) {
  const one = { storyId, memberId: denise.memberId, kind: 'comment' as const, body: 'Encore.', ...more }
  await database.db.insert(storyNotes).values(Array.from({ length: count }, () => one))
}

describe('a text takes so many open notes', () => {
  test('no more than the limit', async () => {
    await many(noteLimits.open - 1, {})
    expect(await refusal(remark())).toBe('done')
    expect(await refusal(remark())).toBe('note.too-many')
  })
  test('answers, and notes that are settled, are not among them', async () => {
    const parentId = await remark()
    await many(noteLimits.open, { parentId })
    await many(noteLimits.open, { outcome: 'resolved', closedAt: new Date(), closedById: denise.memberId })
    expect(await refusal(remark())).toBe('done')
  })
})

test('hostile letters are taken out, markup stays letters', async () => {
  await remark(denise, '\u202e<script>alert(1)</script>\u0000\ud800')
  expect(await notes()).toMatchObject([{ body: '<script>alert(1)</script>\ufffd' }])
})

test('each change is told to the open pages', async () => {
  const heard: string[] = []
  const listener = await openListener(
    database.address,
    { [STORY_CHANNEL]: (payload: string) => heard.push(payload) },
    () => undefined,
  )
  const id = await suggest()
  await close(fatiha, id, 'kept')
  await expect.poll(() => heard.filter((one) => one.includes('notes')).length).toBe(2)
  await listener.close()
})
