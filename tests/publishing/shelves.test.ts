import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houses, members, publications, rubrics, storyThemes, themes } from '#lib/db/schema.ts'
import { suspendMember } from '#lib/people/members.server.ts'
import {
  findMemberPages,
  findPublicationsOf,
  keepOwnPage,
  readOwnPage,
} from '#lib/publishing/member-page.server.ts'
import { isCredited, type MemberPage, pageOf } from '#lib/publishing/member-page.ts'
import { findPublication, publishEpisode } from '#lib/publishing/publishing.server.ts'
import { findShelf, findShelved, readShelves } from '#lib/publishing/shelves.server.ts'
import { filedUnder, houseAddresses } from '#lib/publishing/shelves.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
let episode: Awaited<ReturnType<Awaited<ReturnType<typeof radioOf>>['episode']>>
let orsId = ''

beforeAll(async () => {
  const { db } = database
  radio = await radioOf(db)
  const [house] = await db.insert(houses).values({ name: 'Les Ors' }).returning()
  const [theme] = await db.insert(themes).values({ name: 'Économie', slug: 'economie' }).returning()
  orsId = house?.id ?? ''
  await db.update(members).set({ houseId: orsId }).where(eq(members.id, radio.people.fatiha.memberId))
  episode = await radio.episode('Premier numéro')
  await db.insert(storyThemes).values({ storyId: episode.lemons, themeId: theme?.id ?? '' })
  await publish(episode.id)
})
afterAll(() => radio.close())

const publish = (id: string) => publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
const shelved = async (kind: 'rubric' | 'theme' | 'house', slug: string) => {
  const shelf = await findShelf(database.db, kind, slug)
  return shelf && (await findShelved(database.db, shelf))
}

describe('what an episode is found under', () => {
  test.each([
    ['rubric', 'culture', ['Chapeau', 'Les citrons']],
    ['theme', 'economie', ['Les citrons']],
    ['house', 'les-ors', ['Les citrons']],
  ] as const)('its %s %s, with what of it is heard there', async (kind, slug, heard) => {
    const [found] = (await shelved(kind, slug)) ?? []
    expect(found?.title).toBe('Premier numéro')
    expect(found?.heard.map(({ title }) => title)).toEqual(heard)
  })

  test('an address that names nothing leads nowhere', async () => {
    expect(await shelved('rubric', 'economie')).toBeNull()
    expect(await shelved('house', '')).toBeNull()
  })

  test('another name keeps the address of a rubric, and what was published under it', async () => {
    const { db } = database
    await db.update(rubrics).set({ name: 'Arts' }).where(eq(rubrics.slug, 'culture'))
    expect(await shelved('rubric', 'culture')).toHaveLength(1)
    await db.update(rubrics).set({ name: 'Culture' }).where(eq(rubrics.slug, 'culture'))
  })

  test('what was published before addresses were kept is found by the rubric’s name', async () => {
    const old = await radio.episode('Ancien numéro')
    await publish(old.id)
    const stories = [{ title: 'Avant', rubric: 'Culture', startMs: 0, content: null }]
    await database.db.update(publications).set({ stories }).where(eq(publications.episodeId, old.id))
    expect((await shelved('rubric', 'culture'))?.map(({ title }) => title)).toEqual([
      'Ancien numéro',
      'Premier numéro',
    ])
  })

  test('shelves tell how many episodes speak of them', async () => {
    const counts = (await readShelves(database.db)).map(({ kind, slug, count }) => [kind, slug, count])
    expect(counts).toEqual([
      ['rubric', 'culture', 2],
      ['theme', 'economie', 1],
      ['house', 'les-ors', 1],
    ])
  })

  test('an episode names each of them once', async () => {
    const found = await findPublication(database.db, { episodeId: episode.id })
    expect(filedUnder(found?.stories ?? [])).toEqual({
      rubrics: [{ slug: 'culture', name: 'Culture' }],
      themes: [{ slug: 'economie', name: 'Économie' }],
      houseIds: [orsId],
    })
  })

  test('two houses whose names make the same address have two', () => {
    const named = (id: string, name: string) => ({ id, name, slug: 'l-ete' })
    expect(houseAddresses([named('1', 'L’été'), named('2', 'L’ete')]).map(({ slug }) => slug)).toEqual([
      'l-ete',
      'l-ete-2',
    ])
  })
})

describe('a member’s own page', () => {
  const pages = () => findMemberPages(database.db)
  const keep = (who: 'fatiha' | 'denise', isShown: boolean, name = '', words = '') =>
    keepOwnPage(database.db, radio.people[who], { isShown, name, words })

  test('nobody has one who has not asked', async () => expect(await pages()).toEqual([]))

  test('who asks appears as they wish, with the episodes in which they are credited', async () => {
    await keep('fatiha', true, 'Fatiha B.', 'Je fais des conserves.')
    const [page, ...others] = await pages()
    expect(others).toEqual([])
    expect(page).toMatchObject({ slug: 'fatiha-b', name: 'Fatiha B.', words: 'Je fais des conserves.' })
    const found = page && (await findPublicationsOf(database.db, page))
    expect(found?.map(({ title }) => title)).toEqual(['Ancien numéro', 'Premier numéro'])
  })

  test('another name is another address, and the earlier one leads nowhere', async () => {
    await keep('fatiha', true, 'La dame aux citrons')
    expect((await pages()).map(({ slug }) => slug)).toEqual(['la-dame-aux-citrons'])
  })

  test('two people of one name have two addresses', async () => {
    await keep('fatiha', true, 'Une voix')
    await keep('denise', true, 'Une voix')
    expect((await pages()).map(({ slug }) => slug).sort()).toEqual(['une-voix', 'une-voix-2'])
  })

  test('off takes effect at once, and the words wait for another day', async () => {
    await keep('fatiha', true, 'Fatiha', 'Bonjour.')
    await keep('denise', false)
    await keep('fatiha', false, 'Fatiha', 'Bonjour.')
    expect(await pages()).toEqual([])
    expect(await readOwnPage(database.db, radio.people.fatiha)).toEqual({
      ...{ slug: null, name: 'Fatiha', words: 'Bonjour.' },
    })
  })

  test('a first name that another member has too tells nothing', async () => {
    await keep('fatiha', true)
    expect(await pages()).toMatchObject([{ isOnlyOne: true }])
    const [other] = await database.db
      .insert(members)
      .values({ name: 'fatiha ', role: 'resident' })
      .returning()
    expect(await pages()).toMatchObject([{ isOnlyOne: false }])
    await database.db.delete(members).where(eq(members.id, other?.id ?? ''))
    await keep('fatiha', false)
  })

  test('somebody who is suspended has none', async () => {
    await keep('denise', true)
    await suspendMember(database.db, radio.people.nadia, radio.people.denise.memberId, true)
    expect(await pages()).toEqual([])
    await suspendMember(database.db, radio.people.nadia, radio.people.denise.memberId, false)
    expect(await pages()).toHaveLength(1)
  })

  const marcel: MemberPage = {
    ...{ memberId: 'm1', slug: 'marcel', name: 'Marcel', words: '', memberName: 'Marcel', isOnlyOne: true },
  }
  const named = { persons: [{ name: 'marcel ', role: 'host', group: 'cast' }], stories: [] }
  test.each([
    ['by a name that only they have', marcel, named, true],
    ['not by a name that two have', { ...marcel, isOnlyOne: false }, named, false],
    [
      'as the author, whatever they were called',
      marcel,
      { persons: [], stories: [{ authorId: 'm1' }] },
      true,
    ],
    ['not for somebody else’s story', marcel, { persons: [], stories: [{ authorId: 'm2' }] }, false],
  ])('is credited %s', (_, page, credits, expected) => {
    expect(isCredited(page, credits)).toBe(expected)
  })

  test('a name in the credits leads to the page only of who asked for one', () => {
    expect(pageOf('Marcel', [marcel], named)).toBe(marcel)
    expect(pageOf('Marcel', [], named)).toBeNull()
  })
})
