import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { episodes, publications, publicSentences } from '#lib/db/schema.ts'
import { publishEpisode, unpublishEpisode } from '#lib/publishing/publishing.server.ts'
import { searchEpisodes } from '#lib/publishing/search.server.ts'
import { type Marked, searchTerms } from '#lib/publishing/search.ts'
import { fillSearch, keepSearchLines } from '#lib/publishing/search-lines.server.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
const made = new Map<string, string>()

const texts: Record<string, string[]> = {
  'Le jardin d’été': [
    'Nous avons salé les tomates à la Conserverie mobile.',
    'La conserverie est mobile, elle vient chez vous.',
    'Chaque atelier commence par un café.',
  ],
  'Les vélos': ['Tomasz répare trois vélos.', 'L’atelier ouvre le samedi.', 'Un vélo, ça se partage.'],
  'La chorale': ['Yamina n’osait pas chanter.', 'Le chœur répète le jeudi.'],
}

beforeAll(async () => {
  radio = await radioOf(database.db)
  for (const [title, paragraphs] of Object.entries(texts)) {
    const { id, lemons } = await radio.episode(title)
    await radio.writeText(
      lemons,
      paragraphs.map((text) => ({ type: 'paragraph', by: 'Fatiha', text })),
    )
    await publish(id)
    made.set(title, id)
  }
})
afterAll(() => radio.close())

const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const shown = (text: Marked) => text.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('')
const search = (typed: string, options?: Parameters<typeof searchEpisodes>[2]) =>
  searchEpisodes(database.db, searchTerms(typed), options)
const titles = async (typed: string) =>
  (await search(typed)).episodes.map(({ title }) => title.map(({ text }) => text).join(''))
const hits = async (typed: string) =>
  (await search(typed)).episodes.flatMap((episode) => episode.hits.map(({ text }) => shown(text)))

describe('searching what was said', () => {
  test.each([
    ['one word, whatever its end', 'tomate', ['Nous avons salé les [tomates] à la Conserverie mobile.']],
    ['without its accents', 'velo', ['Tomasz répare trois [vélos].', 'Un [vélo], ça se partage.']],
    ['with accents that were not written', 'chanté', ['Yamina n’osait pas [chanter].']],
    ['a ligature in two letters', 'choeur', ['Le [chœur] répète le jeudi.']],
    [
      'words that stand together',
      '"conserverie mobile"',
      ['Nous avons salé les tomates à la [Conserverie] [mobile].'],
    ],
    ['little words between quotes', '"un velo, ca"', ['Un [vélo], [ça] se partage.']],
    ['an article before it', 'l’atelier samedi', ['L’[atelier] ouvre le [samedi].']],
  ])('%s: %s', async (_, typed, expected) => expect(await hits(typed)).toEqual(expected))

  test.each([
    ['each word in the episode, not in one sentence', 'café tomates', ['Le jardin d’été']],
    ['the newest first', 'atelier', ['Les vélos', 'Le jardin d’été']],
    ['a title', 'chorale', ['La chorale']],
    ['a summary', 'résumé chorale', ['La chorale']],
    ['who takes part', 'denise', ['La chorale', 'Les vélos', 'Le jardin d’été']],
    ['a piece of music', 'lampadaires velos', ['Les vélos']],
    ['a rubric', 'culture yamina', ['La chorale']],
    ['a word that nobody said', 'hippopotame', []],
    ['one of two words', 'tomates hippopotame', []],
    ['a word too common to look for, with another', 'le samedi', ['Les vélos']],
    ['only words too common to look for', 'le la', []],
  ])('finds by %s: %s', async (_, typed, expected) => expect(await titles(typed)).toEqual(expected))

  test('the best comes first when asked for', async () => {
    const { episodes } = await search('velo partage atelier', { order: 'best' })
    expect(episodes.map(({ number }) => number)).toEqual([2])
    expect((await search('atelier', { order: 'best' })).count).toBe(2)
  })

  test.each([
    ['operators', '&|!:* <-> tomates'],
    ['an operator stuck to words', 'tomates&!conserverie:*'],
    ['an open quote', '"tomates'],
    ['quotes of databases', "tomates'; drop table shows; --"],
    ['another direction', '\u202etomates\u202c'],
    ['half a character', 'tomates \ud83c'],
    ['nothing and a zero', '\u0000tomates\u0000'],
    ['ten thousand characters', 'tomates '.repeat(1250)],
    ['only signs', '%_\\'],
  ])('answers calmly to %s', async (_, typed) => {
    const { count, episodes } = await search(typed)
    expect(count).toBe(episodes.length)
    expect(count).toBeLessThanOrEqual(1)
  })

  test('a moment, who says it, and how many more there are', async () => {
    const id = made.get('Les vélos') ?? ''
    const paragraphs = Array.from({ length: 9 }, (_, n) => `Vélo numéro ${n}.`)
    const transcript = [{ chapter: 'x', startMs: 2000, endMs: 5000, speaker: 'Tomasz', paragraphs }]
    await database.db.update(publications).set({ transcript }).where(eq(publications.episodeId, id))
    await keepSearchLines(database.db, id)
    const [found] = (await search('vélo')).episodes
    expect(found).toMatchObject({ slug: 'episode-2', more: 5, hits: { length: 4 } })
    expect(found?.hits[0]).toMatchObject({ startMs: 2000, speaker: 'Tomasz' })
    expect(shown(found?.title ?? [])).toBe('Les [vélos]')
  })
})

describe('what is searched', () => {
  const linesOf = (id: string) => database.db.$count(publicSentences, eq(publicSentences.episodeId, id))

  test('an episode taken back is found no more, and found again when it returns', async () => {
    const id = made.get('La chorale') ?? ''
    await unpublishEpisode(database.db, radio.people.nadia, id, radio.house)
    expect(await titles('chorale')).toEqual([])
    expect(await linesOf(id)).toBe(0)
    await publish(id)
    expect(await titles('chorale')).toEqual(['La chorale'])
  })

  test('what was out before there was a search is filled in, once', async () => {
    const id = made.get('La chorale') ?? ''
    await database.db.delete(publicSentences).where(eq(publicSentences.episodeId, id))
    await fillSearch(database.db)
    const before = await linesOf(id)
    expect(before).toBeGreaterThan(3)
    await fillSearch(database.db)
    expect(await linesOf(id)).toBe(before)
    expect(await titles('yamina')).toEqual(['La chorale'])
  })

  test('twenty-two episodes come in three pages, none twice', async () => {
    const { db } = database
    const [like] = await db.select().from(publications).limit(1)
    const [row] = await db.select().from(episodes).limit(1)
    if (!like || !row) throw new Error('nothing is published')
    for (let n = 100; n < 122; n++) {
      const { id, guid, ...rest } = row
      const [made] = await db
        .insert(episodes)
        .values({ ...rest, number: n, slug: `dossier-${n}` })
        .returning()
      const episodeId = made?.id ?? ''
      await db.insert(publications).values({ ...like, episodeId, number: n, title: `Dossier ${n}` })
    }
    await fillSearch(db)
    const pages = await Promise.all([1, 2, 3, 4].map((page) => search('dossier', { page })))
    const slugs = pages.flatMap((found) => found.episodes.map(({ slug }) => slug))
    expect(pages.map((found) => found.episodes.length)).toEqual([10, 10, 2, 0])
    expect(new Set(slugs).size).toBe(22)
    expect(pages[0]).toMatchObject({ count: 22, pages: 3 })
  })
})
