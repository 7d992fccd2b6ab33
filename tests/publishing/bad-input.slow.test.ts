import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Parser } from 'htmlparser2'
import { parseFeed } from 'podcast-partytime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { episodes, publications } from '#lib/db/schema.ts'
import { touchShow } from '#lib/episode/touch-show.server.ts'
import { chaptersJson, episodeChapters } from '#lib/publishing/chapters.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { transcriptCues, vtt } from '#lib/publishing/transcript.ts'
import { isBuilt, type Radio, startRadio } from '#tests/hostile/radio.ts'
import { type Reply, wire } from '#tests/hostile/visitor.ts'
import { horrors } from './horrors.ts'
import { radioOf } from './radio.ts'

const HOUR_MS = 3_600_000

describe.skipIf(!isBuilt)('the public door', () => {
  let radio: Radio
  let furnished: Awaited<ReturnType<typeof radioOf>>
  let episode: Awaited<ReturnType<typeof furnished.episode>>
  /** How many elements of each kind the page of an ordinary episode has. */
  let ordinary: Record<string, number>
  beforeAll(async () => {
    radio = await startRadio()
    furnished = await radioOf(radio.db, radio.data)
    episode = await furnished.episode('Ordinaire')
    await publishEpisode(radio.db, 'console', episode.id, null, furnished.house)
    ordinary = parts(await page()).elements
  })
  afterAll(async () => {
    await furnished?.close()
    await radio?.stop()
  })

  const get = (path: string, headers: Record<string, string> = {}) =>
    radio.visitor().ask(path, { bare: true, headers })
  const page = () => get(`/emissions/${episode.slug}`)
  const feed = async () => {
    const read = parseFeed((await get('/feed.xml')).text)
    if (!read) throw new Error('The feed is not read')
    return read
  }
  const item = async () => {
    const found = (await feed()).items.find(({ guid }) => guid === episode.guid)
    if (!found) throw new Error('The episode is not in the feed')
    return found
  }

  describe('a header that no honest app sends', () => {
    const ranges = `bytes=${Array.from({ length: 1500 }, (_, n) => `${n}-${n}`).join(',')}`
    test.each([
      ['a Range of 10 kB', { range: ranges.slice(0, 10_240) }, [200, 206]],
      ['a Range of digits only', { range: `bytes=${'9'.repeat(10_000)}-` }, [200, 416]],
      ['If-None-Match: *', { 'if-none-match': '*' }, [304]],
      ['a thousand tags', { 'if-none-match': '"x", '.repeat(1000) }, [200]],
      ['If-Match: *', { 'if-match': '*' }, [200]],
      ['a date that is none', { 'if-modified-since': 'demain' }, [200]],
    ] as const)('%s is answered calmly for the sound and for the feed', async (_what, headers, statuses) => {
      const sound = await get(`/audio/${episode.masterId}.mp3`, headers)
      expect(statuses).toContain(sound.status)
      // A feed has no parts: it is whole, or it is known already.
      const whole = await get('/feed.xml', headers)
      expect([...statuses, 200]).toContain(whole.status)
      for (const { status, text } of [sound, whole]) if (status === 304) expect(text).toBe('')
    })

    test('headers without end are refused before they are read, and the next listener is served', async () => {
      const endless = `GET /feed.xml HTTP/1.1\r\nHost: radio\r\nRange: bytes=${'0-1,'.repeat(20_000)}\r\n\r\n`
      expect(await wire(radio.port, endless, 20_000)).toMatch(/^HTTP\/1\.1 4(00|31) /)
      expect((await get('/feed.xml')).status).toBe(200)
    })
  })

  describe('a title', () => {
    // What no database keeps as text never comes this far.
    const kept = horrors.filter(([typed]) => typed.isWellFormed() && !typed.includes('\u0000'))
    test.each(
      kept,
    )('%j is the same words in feed, page and what search engines read', async (typed, read) => {
      const title = `Avant ${typed} après`
      await furnished.rename(episode.id, title)
      await publishEpisode(radio.db, 'console', episode.id, null, furnished.house)
      const shown = parts(await page())
      expect(shown).toMatchObject({ title: words(title), elements: { h1: 1 } })
      expect(words(shown.graph.name)).toBe(words(title))
      expect(words((await item()).title)).toBe(words(`Avant ${read} après`))
      // The same page as for an ordinary title: nothing in it has become an element.
      expect(shown.elements).toEqual(ordinary)
    })
  })

  test('twelve hours are told in feed, page, chapters and transcript', async () => {
    const durationMs = 12 * HOUR_MS
    const chapter = (hours: number, title: string) => ({
      startMs: hours * HOUR_MS,
      title,
      itemId: randomUUID(),
    })
    const chapters = [chapter(0, 'Le soir'), chapter(4, 'La nuit'), chapter(11, 'Le matin')].map(
      (one, at, all) => ({ ...one, endMs: all[at + 1]?.startMs ?? durationMs }),
    )
    const said = { chapter: 'Le matin', startMs: 11 * HOUR_MS, endMs: durationMs, speaker: 'Denise' }
    const transcript = [{ ...said, paragraphs: ['Bonjour, il est temps.'] }]
    const long = { durationMs, chapters, transcript }
    await radio.db.update(publications).set(long).where(eq(publications.episodeId, episode.id))
    await touchShow(radio.db)
    expect((await item()).duration).toBe(43_200)
    const { text } = await get('/feed.xml')
    expect(text).toContain('<psc:chapter start="11:00:00.000"')
    expect(text).toContain('11:00:00 Le matin')
    const shown = await page()
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('11:00:00')
    expect(parts(shown).graph.duration).toBe('PT43200S')
    const file = JSON.parse(chaptersJson(episodeChapters(chapters, durationMs), { title: '', showTitle: '' }))
    expect(file.chapters.at(-1)).toMatchObject({ startTime: 39_600, endTime: 43_200 })
    expect(vtt(transcriptCues(transcript, durationMs))).toMatch(
      /\n11:00:00\.000 --> 1[12]:\d\d:\d\d\.\d{3}\n/,
    )
  })

  test('four hundred episodes are one feed, whole and known again, and pages that open', async () => {
    const [row] = await radio.db.select().from(episodes).where(eq(episodes.id, episode.id))
    const [seen] = await radio.db.select().from(publications).where(eq(publications.episodeId, episode.id))
    if (!row || !seen) throw new Error('Nothing is published')
    const many = Array.from({ length: 399 }, (_, at) => ({ id: randomUUID(), number: at + 100 }))
    const { guid: _own, ...like } = row
    const day = 86_400_000
    await radio.db.transaction(async (tx) => {
      await tx.insert(episodes).values(many.map((one) => ({ ...like, ...one, slug: `numero-${one.number}` })))
      const publishedAt = (number: number) => new Date(seen.publishedAt.getTime() - number * day)
      await tx.insert(publications).values(
        many.map(({ id, number }) => ({
          ...seen,
          ...{ episodeId: id, number, title: `Numéro ${number}`, publishedAt: publishedAt(number) },
        })),
      )
      await touchShow(tx)
    })
    const first = await get('/feed.xml')
    const read = await feed()
    expect(read.items).toHaveLength(400)
    expect(new Set(read.items.map(({ guid }) => guid)).size).toBe(400)
    expect(read.items[0]?.guid).toBe(episode.guid)
    expect(Buffer.byteLength(first.text)).toBeLessThan(5_000_000)
    expect((await get('/feed.xml', { 'if-none-match': first.headers.etag ?? '' })).status).toBe(304)
    expect((await get('/feed.xml')).text).toBe(first.text)
    for (const path of ['/', '/emissions', '/emissions/numero-498', '/sitemap.xml'])
      expect((await get(path)).status, path).toBe(200)
  })
})

/** Words as they are read: blanks are one blank, and what no page may hold is not there. */
const words = (text: string | undefined) =>
  (text ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are no words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\u{1fffe}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What a browser makes of a page: its first title, how many elements of each kind it has, its block of data. */
function parts({ status, text }: Reply) {
  expect(status).toBe(200)
  const elements: Record<string, number> = {}
  let inside = ''
  let title = ''
  let data = ''
  const parser = new Parser({
    onopentag(name, { type }) {
      elements[name] = (elements[name] ?? 0) + 1
      inside = type === 'application/ld+json' ? 'data' : name
    },
    ontext(piece) {
      if (inside === 'h1') title += piece
      if (inside === 'data') data += piece
    },
    onclosetag() {
      inside = ''
    },
  })
  parser.end(text)
  const graph: Record<string, string> = JSON.parse(data)
  return { title: words(title), elements, graph }
}
