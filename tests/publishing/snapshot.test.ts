import { describe, expect, test } from 'vitest'
import { credits } from '#lib/publishing/credits.ts'
import { type HeardItem, snapshotOf } from '#lib/publishing/snapshot.ts'
import { contentFromBlocks, type DraftBlock } from '#lib/story/draft.ts'

const chapters = [
  { startMs: 0, endMs: 10_000, title: 'Chapeau', itemId: 'opening' },
  { startMs: 10_000, endMs: 30_000, title: 'Les citrons', itemId: 'lemons' },
]
const says = (by: string | null, text: string): DraftBlock => ({ type: 'paragraph', by, text })
const item = (
  id: string,
  author: string,
  blocks: DraftBlock[],
  more: Partial<HeardItem> = {},
): HeardItem => ({
  ...{ id, isHeard: true, who: '', music: null },
  story: { id: `story-${id}`, title: id, rubric: '', author, content: contentFromBlocks(blocks) },
  ...more,
})
const transcript = (...items: HeardItem[]) =>
  snapshotOf(items, chapters).transcript.map(({ startMs, speaker, paragraphs }) => [
    startMs,
    speaker,
    ...paragraphs,
  ])

describe('the transcript', () => {
  test('an item without a chapter of its own belongs to the chapter under way', () => {
    expect(
      transcript(
        item('opening', 'Denise', [says('Denise', 'Bonjour.')]),
        item('sting', 'Denise', [says('Karim', 'Salut.')]),
        item('lemons', 'Fatiha', [says('Fatiha', 'Des citrons.')]),
      ),
    ).toEqual([
      [0, 'Denise', 'Bonjour.'],
      [0, 'Karim', 'Salut.'],
      [10_000, 'Fatiha', 'Des citrons.'],
    ])
  })

  test('somebody’s paragraphs in a row are one turn', () => {
    expect(transcript(item('opening', 'Denise', [says('Denise', 'Un.'), says('Denise', 'Deux.')]))).toEqual([
      [0, 'Denise', 'Un.', 'Deux.'],
    ])
  })

  test('what listeners are told before stands with its story, and nowhere else', () => {
    const warned = item('opening', 'Denise', [says('Denise', 'Bonjour.')])
    if (warned.story) warned.story.warning = 'Parle de la guerre.'
    const { stories } = snapshotOf([warned, item('lemons', 'Fatiha', [says('Fatiha', 'Oui.')])], chapters)
    expect(stories.map(({ warning }) => warning)).toEqual(['Parle de la guerre.', undefined])
    expect(stories[1]).not.toHaveProperty('warning')
  })

  test('what a story is filed under goes with it, and nothing where nothing was chosen', () => {
    const filed = { rubricSlug: 'culture', themes: [{ slug: 'eau', name: 'Eau' }], authorId: 'fatiha' }
    const lemons = item('lemons', 'Fatiha', [says('Fatiha', 'Oui.')])
    if (lemons.story) lemons.story.filed = filed
    const { stories } = snapshotOf(
      [item('opening', 'Denise', [says('Denise', 'Bonjour.')]), lemons],
      chapters,
    )
    expect(stories[1]).toMatchObject(filed)
    expect(Object.keys(stories[0] ?? {})).toEqual(['title', 'rubric', 'startMs', 'content'])
  })

  test('what is not heard is not read', () => {
    const unheard = item('lemons', 'Fatiha', [says('Voisine', 'Non.')], { isHeard: false })
    expect(snapshotOf([unheard], chapters)).toMatchObject({ transcript: [], stories: [], persons: [] })
  })

  test.each([
    ['Fatiha', 'Fatiha'],
    ['Denise, Karim', ''],
    ['Lucas, avec Sandrine', ''],
    ['Denise et Karim', ''],
    ['Animation : Denise', ''],
  ])('a text that names nobody is said by the rundown’s “%s” only when that is one person', (who, speaker) => {
    expect(transcript(item('opening', 'X', [says(null, 'Oui.')], { who }))).toEqual([[0, speaker, 'Oui.']])
  })

  test('a text in two lines of the rundown is read once', () => {
    const twice = item('opening', 'Denise', [says('Denise', 'Bonjour.')])
    expect(transcript(twice, { ...twice, id: 'lemons' })).toHaveLength(1)
  })
})

describe('credits', () => {
  const opening = item('opening', 'Denise', [says('Denise', 'Bonjour.'), says('Karim', 'Bonjour.')])
  const lemons = item('lemons', 'Fatiha', [says('Fatiha', 'Oui.'), says('Monique', 'Oui.')])
  const hosts = (...items: HeardItem[]) =>
    credits(items).flatMap(({ name, role }) => (role === 'host' ? [name] : []))

  test('whoever the rundown says presents, presents', () => {
    expect(hosts({ ...opening, who: 'Animation : Inès et Lucas' }, lemons)).toEqual(['Inès', 'Lucas'])
  })
  test('else those who open the show', () => {
    expect(hosts(opening, lemons)).toEqual(['Denise', 'Karim'])
  })
  test('members who wrote are guests and authors; people in their texts are not named', () => {
    expect(credits([opening, lemons]).filter(({ role }) => role !== 'host')).toEqual([
      { name: 'Denise', role: 'author', group: 'writing' },
      { name: 'Fatiha', role: 'guest', group: 'cast' },
      { name: 'Fatiha', role: 'author', group: 'writing' },
    ])
  })
})

test('music is listed once, even when only the antenne plays it', () => {
  const music = {
    title: 'La valse',
    performer: 'Les Lampadaires',
    author: '',
    label: '',
    catalogue: '',
    isrc: '',
    rights: 'commercial' as const,
  }
  const song: HeardItem = { id: 'song', isHeard: false, who: '', story: null, music }
  expect(snapshotOf([song, { ...song, id: 'again' }], chapters).music).toEqual([music])
})
