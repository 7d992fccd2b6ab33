import { XMLParser } from 'fast-xml-parser'
import { parseFeed } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { podcastFeed } from '#lib/publishing/feed.ts'
import { feedEpisodeOf, feedShowOf, rubricFeedOf } from '#lib/publishing/feed-source.ts'
import { utf8Bytes } from '#lib/publishing/length.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import { everyField, everySetting } from './published-samples.ts'

const baseUrl = 'https://radio.example'
const guid = '9b024349-ccf0-5f69-a609-6b82873eab3c'
const published = [
  everyField(20),
  everyField(13, { kind: 'bonus', vttFile: null, srtFile: null, soundbite: null }),
  everyField(6, { kind: 'trailer', chapters: [], alternatives: [] }),
]
const show = feedShowOf(everySetting, published[0], { baseUrl, guid, generator: 'La Bobine/0.1.0' })
const quiet = feedShowOf(
  {
    ...everySetting,
    fundingUrl: '',
    fundingLabel: '',
    hubUrl: '',
    movedTo: '',
    isLocked: false,
    locationName: '',
  },
  undefined,
  { baseUrl, guid, generator: 'La Bobine/0.1.0' },
)
const itemsOf = (cards: readonly PublicationCard[]) => cards.map((card) => feedEpisodeOf(card, baseUrl))
const rubric = rubricFeedOf(show, { name: 'Culture', slug: 'culture' }, { baseUrl, guid })

type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] }
type Raw = Record<string, unknown> & { ':@'?: Record<string, string> }
const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', htmlEntities: true },
  ...{ parseTagValue: false, trimValues: false },
})

function treeOf(list: readonly Raw[]): Node[] {
  return list.flatMap((raw) => {
    const name = Object.keys(raw).find((key) => key !== ':@') ?? ''
    const inside = raw[name]
    if (!Array.isArray(inside)) return []
    const words = inside.map((one: Raw) => (typeof one['#text'] === 'string' ? one['#text'] : ''))
    return [{ name, attributes: raw[':@'] ?? {}, text: words.join(''), children: treeOf(inside) }]
  })
}

/** Every rule of one element: how often it stands there, and what must be true of it. */
type Rule = [
  name: string,
  times: 'once' | 'at most once' | 'any',
  isRight?: (node: Node, feed: Node) => boolean,
]

const isWeb = (address = '') => /^https:\/\/[!-~]+$/.test(address) && URL.canParse(address)
const short = (most: number) => (node: Node) => node.text.trim() !== '' && [...node.text].length <= most
const only =
  (...words: string[]) =>
  (node: Node) =>
    words.includes(node.text)
const isDate = (text = '') =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/.test(
    text,
  ) && new Date(Date.parse(text) + zoneMs(text)).toUTCString().slice(0, 3) === text.slice(0, 3)
const zoneMs = (text: string) => Number(text.slice(-5, -2)) * 3_600_000
const child = (node: Node, name: string) => node.children.find((one) => one.name === name)
const isPicture = (address = '') => isWeb(address) && /\.(jpg|png)$/.test(address)
const isPerson = (node: Node) =>
  short(128)(node) &&
  ['host/cast', 'guest/cast', 'author/writing'].includes(`${node.attributes.role}/${node.attributes.group}`)
const isPlace = (node: Node) => {
  const { rel = '', geo = 'geo:0,0', osm = 'R1', country = 'fr' } = node.attributes
  const isMapped = /^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(geo) && /^[NWR]\d+$/.test(osm)
  return short(128)(node) && ['creator', 'subject'].includes(rel) && isMapped && /^[a-z]{2}$/.test(country)
}
const isWholeNumber = ({ text }: Node) => /^[1-9]\d*$/.test(text)
const isLicense = (node: Node) =>
  short(128)(node) && node.text === node.text.toLowerCase() && isWeb(node.attributes.url)
const isImage = ({ attributes }: Node) =>
  isPicture(attributes.href) && ['artwork', 'social'].includes(attributes.purpose ?? '')

const ofChannel: Rule[] = [
  ['title', 'once', short(255)],
  ['link', 'once', ({ text }) => isWeb(text)],
  ['description', 'once', ({ text }) => text !== '' && utf8Bytes(text) <= 4000 && !/<\w/.test(text)],
  ['language', 'once', ({ text }) => /^[a-z]{2}(-[a-z]{2})?$/.test(text)],
  ['copyright', 'once', ({ text }) => text !== '' && !/©|copyright|\d{4}/i.test(text)],
  ['lastBuildDate', 'once', ({ text }) => isDate(text)],
  [
    'pubDate',
    'at most once',
    ({ text }, feed) => text === child(child(feed, 'item') ?? feed, 'pubDate')?.text,
  ],
  ['generator', 'once', ({ text }) => /^[^/]+\/[\d.]+$/.test(text)],
  [
    'image',
    'once',
    (node, feed) =>
      isPicture(child(node, 'url')?.text) &&
      child(node, 'title')?.text === child(feed, 'title')?.text &&
      child(node, 'link')?.text === child(feed, 'link')?.text,
  ],
  [
    'atom:link',
    'any',
    ({ attributes }) => ['self', 'hub'].includes(attributes.rel ?? '') && isWeb(attributes.href),
  ],
  ['itunes:image', 'once', ({ attributes }) => isPicture(attributes.href)],
  ['itunes:category', 'once', ({ attributes }) => attributes.text === 'Society & Culture'],
  ['itunes:explicit', 'once', only('true', 'false')],
  ['itunes:author', 'once', short(255)],
  [
    'itunes:owner',
    'once',
    (node) => child(node, 'itunes:name') !== undefined && /@/.test(child(node, 'itunes:email')?.text ?? ''),
  ],
  ['itunes:type', 'once', only('episodic')],
  ['itunes:new-feed-url', 'at most once', ({ text }) => isWeb(text)],
  [
    'podcast:guid',
    'once',
    ({ text }) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text),
  ],
  ['podcast:locked', 'once', (node) => only('yes', 'no')(node) && /@/.test(node.attributes.owner ?? '')],
  ['podcast:medium', 'once', only('podcast')],
  ['podcast:person', 'any', isPerson],
  ['podcast:location', 'any', isPlace],
  ['podcast:license', 'once', isLicense],
  ['podcast:funding', 'at most once', (node) => short(128)(node) && isWeb(node.attributes.url)],
  [
    'podcast:updateFrequency',
    'once',
    (node) => short(128)(node) && /^FREQ=WEEKLY(;BYDAY=[A-Z]{2})?$/.test(node.attributes.rrule ?? ''),
  ],
  [
    'podcast:trailer',
    'at most once',
    (node) => short(128)(node) && isWeb(node.attributes.url) && isDate(node.attributes.pubdate),
  ],
  ['podcast:image', 'any', isImage],
  ['item', 'any'],
]

const ofItem: Rule[] = [
  ['title', 'once', short(255)],
  ['guid', 'once', ({ text, attributes }) => text !== '' && attributes.isPermaLink === 'false'],
  ['link', 'once', ({ text }) => isWeb(text)],
  ['pubDate', 'once', ({ text }) => isDate(text)],
  [
    'description',
    'once',
    ({ text }) =>
      utf8Bytes(text) <= 4000 &&
      text.replaceAll(/<\/?(p|ol|ul|li|a|b|i|strong|em|br)\b[^<>]*>/g, '').search('<') < 0,
  ],
  [
    'content:encoded',
    'once',
    ({ text }) => text !== '' && !/<(script|style|iframe)|\son\w+=|javascript:/i.test(text),
  ],
  [
    'enclosure',
    'once',
    ({ attributes: { url, length = '', type } }) =>
      isWeb(url) && /^[1-9]\d*$/.test(length) && type === 'audio/mpeg' && /\.mp3$/.test(url ?? ''),
  ],
  ['itunes:duration', 'once', isWholeNumber],
  ['itunes:image', 'once', ({ attributes }) => isPicture(attributes.href)],
  ['itunes:explicit', 'once', only('true', 'false')],
  ['itunes:season', 'once', isWholeNumber],
  ['itunes:episode', 'at most once', isWholeNumber],
  ['itunes:episodeType', 'once', only('full', 'trailer', 'bonus')],
  [
    'podcast:transcript',
    'any',
    ({ attributes: { url, type = '', language, rel } }) =>
      isWeb(url) &&
      ['text/vtt', 'application/x-subrip'].includes(type) &&
      language === 'fr' &&
      rel === 'captions',
  ],
  [
    'podcast:chapters',
    'once',
    ({ attributes: { url, type } }) => isWeb(url) && type === 'application/json+chapters',
  ],
  [
    'psc:chapters',
    'at most once',
    ({ attributes, children }) =>
      attributes.version === '1.2' &&
      children.every(
        (one) => /^\d{2}:\d{2}:\d{2}\.\d{3}$/.test(one.attributes.start ?? '') && one.attributes.title !== '',
      ),
  ],
  ['podcast:person', 'any', isPerson],
  [
    'podcast:soundbite',
    'at most once',
    ({ attributes: { startTime, duration }, text }) =>
      Number(startTime) > 0 && Number(duration) >= 15 && Number(duration) <= 120 && [...text].length <= 128,
  ],
  [
    'podcast:season',
    'at most once',
    (node) => isWholeNumber(node) && (node.attributes.name ?? '').length <= 128,
  ],
  ['podcast:image', 'any', isImage],
  [
    'podcast:alternateEnclosure',
    'any',
    (node) =>
      isWeb(child(node, 'podcast:source')?.attributes.uri) &&
      /^sha(256|384|512)-[\w+/]+=*$/.test(child(node, 'podcast:integrity')?.attributes.value ?? ''),
  ],
]

/** What an element has that no rule allows, or lacks that one asks for. Nothing that is not in the table may be said. */
function faults(node: Node, rules: readonly Rule[], feed: Node): string[] {
  const known = new Set(rules.map(([name]) => name))
  const strange = node.children
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => `${name} is never said`)
  return rules
    .flatMap(([name, times, isRight = () => true]) => {
      const found = node.children.filter((one) => one.name === name)
      const isOften =
        (times === 'once' && found.length !== 1) || (times === 'at most once' && found.length > 1)
      return [
        ...(isOften ? [`${name} stands there ${found.length} times`] : []),
        ...found
          .filter((one) => !isRight(one, feed))
          .map((one) => `${name} is wrong: ${JSON.stringify(one)}`),
      ]
    })
    .concat(strange)
}

const feeds: [string, string][] = [
  ['with every setting', podcastFeed(show, itemsOf(published))],
  ['with no setting and no episode', podcastFeed(quiet, [])],
  ['of a rubric', podcastFeed(rubric, itemsOf(published.slice(0, 1)))],
]

function channelOf(feed: string): Node {
  const document = treeOf(parser.parse(feed.replace(/>\n *</g, '><')))
  const channel = child(document.find(({ name }) => name === 'rss') ?? nothing, 'channel')
  if (!channel) throw new Error('There is no channel')
  return channel
}
const nothing: Node = { name: '', attributes: {}, text: '', children: [] }

test('a rule that is broken is seen', () => {
  const broken = (feeds[0]?.[1] ?? '')
    .replace('>episodic<', '>serial<')
    .replace('<generator>', '<ttl>60</ttl><generator>')
    .replace(/<language>.*<\/language>/, '')
    .replace('Fri, 20 Nov 2026', 'Thu, 20 Nov 2026')
  const found = faults(channelOf(broken), ofChannel, channelOf(broken))
  expect(found.map((fault) => fault.split(' ')[0])).toEqual(['language', 'pubDate', 'itunes:type', 'ttl'])
})

describe.each(feeds)('a feed %s', (_, feed) => {
  const channel = channelOf(feed)
  const items = channel.children.filter(({ name }) => name === 'item')

  test('keeps every rule of the channel, and says nothing else', () => {
    expect(faults(channel, ofChannel, channel)).toEqual([])
    const selves = channel.children.filter(({ attributes }) => attributes.rel === 'self')
    expect(selves.map(({ attributes }) => attributes.type)).toEqual(['application/rss+xml'])
    expect(channel.children.some(({ name }) => name === 'podcast:person')).toBe(true)
  })

  test('keeps every rule of its items, and says nothing else', () => {
    expect(items.flatMap((item) => faults(item, ofItem, channel))).toEqual([])
    for (const item of items)
      expect(
        item.children.some(({ name, attributes }) => name === 'podcast:person' && attributes.role === 'host'),
      ).toBe(true)
  })

  test.each(['guid', 'link', 'enclosure'])('has each %s once', (name) => {
    const values = items.map((item) => child(item, name)?.text || child(item, name)?.attributes.url)
    expect(new Set(values).size).toBe(items.length)
  })

  test('is silent where the W3C validator speaks up', () => {
    expect(feed.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ')).toBe(true)
    // In titles and plain text a named entity is taken for leftover HTML.
    expect(feed).not.toMatch(/<(title|itunes:author|copyright)>[^<]*&(amp|lt|gt);/)
    expect(feed).not.toMatch(/<!|undefined|null|NaN|\[object/)
  })
})

test('the Podcast Index parser loses no field of it', () => {
  const parsed = parseFeed(feeds[0]?.[1] ?? '', { allowMissingGuid: false })
  const at = (path: string) => `${baseUrl}/${path}`
  const file = (kind: number) => `0c4c5d1e-000${kind}-4000-8000-000000000020`
  expect(parsed).toMatchObject({
    ...{ title: 'La Bobine & co', link: at(''), description: 'Le magazine des maisons de quartier.' },
    ...{
      language: 'fr',
      explicit: false,
      author: 'Association La Bobine',
      copyright: 'Association La Bobine',
    },
    ...{ generator: 'La Bobine/0.1.0', itunesType: 'episodic', medium: 'podcast', guid, locked: true },
    ...{ itunesCategory: ['Society & Culture > Documentary'], itunesNewFeedUrl: everySetting.movedTo },
    ...{ podcastOwner: 'contact@radio.example', itunesImage: at('couverture/drawn-0123456789.jpg') },
    owner: { name: 'Association La Bobine', email: 'contact@radio.example' },
    image: { url: at('couverture/drawn-0123456789.jpg'), title: 'La Bobine & co', link: at('') },
    pubsub: { self: at('feed.xml'), hub: 'https://hub.example/' },
    pubDate: new Date('2026-11-20T17:00:00Z'),
    lastBuildDate: everySetting.changedAt,
    podcastFunding: [{ message: 'Soutenir & écouter', url: everySetting.fundingUrl }],
    podcastPeople: [{ name: 'Nadia', role: 'Host', group: 'Cast' }],
    podcastLocation: { name: 'Romans-sur-Isère', osm: 'R84034', geo: 'geo:45.0464,5.0517' },
    license: {
      identifier: 'cc-by-nc-sa-4.0',
      url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr',
    },
    trailers: [{ title: 'Les citrons & « le sel » 6', type: 'audio/mpeg', length: 23_280_006, season: 3 }],
  })
  expect(parsed?.items).toHaveLength(3)
  expect(parsed?.items[0]).toMatchObject({
    ...{ guid: file(1), title: 'Les citrons & « le sel » 20', link: at('emissions/citrons-20') },
    ...{ duration: 1455, explicit: false, itunesEpisode: 20, itunesSeason: 3, itunesEpisodeType: 'full' },
    pubDate: new Date('2026-11-20T17:00:00Z'),
    enclosure: { url: at(`audio/${file(2)}.mp3`), length: 23_280_020, type: 'audio/mpeg' },
    description: expect.stringContaining('00:09:30 Micro-trottoir &lt;concert&gt;'),
    content: expect.stringContaining('La valse, Les Lampadaires.'),
    podcastTranscripts: [
      { url: at(`transcription/${file(4)}.vtt`), type: 'text/vtt', language: 'fr', rel: 'captions' },
      // The parser has its own word for SubRip.
      { url: at(`transcription/${file(5)}.srt`), type: 'application/srt', language: 'fr', rel: 'captions' },
    ],
    podcastChapters: { url: at(`chapitres/${file(3)}.json`), type: 'application/json+chapters' },
    podcastSoundbites: [{ startTime: 73, duration: 60, title: 'Le sel' }],
    podcastPeople: [{ name: 'Nadia' }, { name: 'Fatiha' }, { name: 'Fatiha' }],
    podcastSeason: { number: 3, name: '2026-2027' },
    alternativeEnclosures: [
      {
        ...{ type: 'audio/ogg', length: 8_700_000, bitrate: 48_000, title: 'Très léger (Opus)' },
        source: [{ uri: at(`audio/${file(6)}.opus`) }],
        integrity: { type: 'sri' },
      },
    ],
  })
  expect(parsed?.items.map(({ itunesEpisode }) => itunesEpisode)).toEqual([20, undefined, undefined])
})
