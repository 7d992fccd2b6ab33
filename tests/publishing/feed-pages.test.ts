import { XMLParser } from 'fast-xml-parser'
import { parseFeed } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { feedPages, podcastFeed } from '#lib/publishing/feed.ts'
import { cutPages, feedMaxBytes, pageLinks } from '#lib/publishing/feed-pages.ts'
import { utf8Bytes } from '#lib/publishing/length.ts'
import { plainEpisode, plainShow } from './feed-samples.ts'

describe('a list in pages', () => {
  const cut = (sizes: number[], most: number) => cutPages(sizes, (size) => size, most)

  test.each([
    ['all on one page while it fits', [4, 3, 3], 10, [[4, 3, 3]]],
    [
      'the oldest are put away by half a page',
      [4, 3, 3, 2, 2],
      10,
      [
        [4, 3, 3],
        [2, 2],
      ],
    ],
    ['as often as needed', [4, 4, 2, 3, 2, 4], 10, [[4, 4, 2], [3, 2], [4]]],
    ['one that is too large lies alone', [1, 30, 1], 10, [[1], [30], [1]]],
    ['the newest is always on the first page', [30], 10, [[30]]],
    ['nothing is one empty page', [], 10, [[]]],
  ])('%s', (_, sizes, most, pages) => expect(cut(sizes, most)).toEqual(pages))

  test('older pages stay as they are while the newest fills up', () => {
    const before = cut([4, 3, 3, 2, 2], 10)
    const after = cut([0, 4, 3, 3, 2, 2], 10)
    expect(after.slice(1)).toEqual(before.slice(1))
  })

  test('each page names its neighbours', () => {
    const feed = 'https://a.example/feed.xml'
    expect(pageLinks(feed, 1, 2)).toEqual({
      ...{ self: feed, first: feed },
      ...{ next: `${feed}?page=2`, last: `${feed}?page=2` },
    })
    expect(pageLinks(feed, 2, 2)).toEqual({
      ...{ self: `${feed}?page=2`, first: feed },
      ...{ previous: feed, last: `${feed}?page=2` },
    })
  })
})

describe('a history of 400 long episodes', () => {
  const heavy = Array.from({ length: 400 }, (_, n) => {
    const episode = plainEpisode(n + 1)
    const inlines = [{ kind: 'text' as const, text: `Numéro ${n}. ${'Mot à mot, on raconte. '.repeat(600)}` }]
    return { ...episode, notes: [{ kind: 'paragraph' as const, inlines }] }
  })
  const hubUrl = 'https://hub.example/'
  const pages = feedPages({ ...plainShow, hubUrl }, heavy)
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' })
  const channels = pages.map((page) => parser.parse(page).rss.channel)
  const linksOf = (at: number) =>
    Object.fromEntries(
      channels[at]['atom:link'].map((link: Record<string, string>) => [link['@_rel'], link['@_href']]),
    )

  test('is more than one page, none of which is too large', () => {
    expect(utf8Bytes(podcastFeed(plainShow, heavy))).toBeGreaterThan(feedMaxBytes)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.filter((page) => utf8Bytes(page) > feedMaxBytes)).toEqual([])
    expect(utf8Bytes(pages[0] ?? '')).toBeGreaterThan(feedMaxBytes / 3)
  })

  test('every episode is on exactly one page, the newest first', () => {
    const guids = channels.flatMap(({ item }) =>
      item.map((one: { guid: { '#text': string } }) => one.guid['#text']),
    )
    expect(guids).toEqual(heavy.map(({ guid }) => guid).toReversed())
  })

  test('the first page is the feed itself; from there the links lead through all of them and back', () => {
    const walked: string[] = []
    for (let at = 0; at < pages.length; at++) {
      const links = linksOf(at)
      walked.push(links.self)
      expect(links.first).toBe(plainShow.feedUrl)
      expect(links.last).toBe(`${plainShow.feedUrl}?page=${pages.length}`)
      expect(links.next).toBe(at + 1 < pages.length ? linksOf(at + 1).self : undefined)
      expect(links.previous).toBe(at > 0 ? linksOf(at - 1).self : undefined)
      expect(links.hub).toBe(at === 0 ? hubUrl : undefined)
    }
    expect(new Set(walked).size).toBe(pages.length)
    expect(walked[0]).toBe(plainShow.feedUrl)
  })

  test('each page is a whole feed for a podcast parser, of the same podcast', () => {
    for (const page of pages)
      expect(parseFeed(page)).toMatchObject({ guid: plainShow.guid, title: 'La Bobine, R&B de quartier' })
  })

  test('the same history is the same bytes, in whatever order it comes', () => {
    expect(feedPages({ ...plainShow, hubUrl }, heavy.toReversed())).toEqual(pages)
  })
})
