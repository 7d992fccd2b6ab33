import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseFeed } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { feedChangedAt, podcastFeed } from '#lib/publishing/feed.ts'
import { weeklyRule } from '#lib/publishing/feed-show.ts'
import { utf8Bytes } from '#lib/publishing/length.ts'
import { plainEpisode, plainShow, richEpisode, richShow } from './feed-samples.ts'
import { horrors } from './horrors.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  htmlEntities: true,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['item', 'podcast:person', 'podcast:transcript', 'atom:link'].includes(name),
})
// Text is read to the space, so the indentation between elements has to go first.
const channelOf = (feed: string) => parser.parse(feed.replace(/>\n *</g, '><')).rss.channel
const feed = podcastFeed(plainShow, [plainEpisode(13), plainEpisode(20), plainEpisode(6)])
const channel = channelOf(feed)
const [item] = channel.item

test('the document declares itself once, with the namespaces that readers know', () => {
  expect(feed.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ')).toBe(true)
  expect(XMLValidator.validate(feed)).toBe(true)
  expect(feed).not.toContain('<!')
  for (const uri of [
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
    'xmlns:atom="http://www.w3.org/2005/Atom"',
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    'xmlns:psc="http://podlove.org/simple-chapters"',
  ]) {
    expect(feed).toContain(uri)
  }
})

describe('the channel always says', () => {
  test.each([
    ['title', 'La Bobine, R&B de quartier'],
    ['link', 'https://radio.example/'],
    ['description', 'Le magazine des maisons de quartier <de> Romans & d’ailleurs.'],
    ['language', 'fr'],
    ['copyright', 'Association La Bobine'],
    ['lastBuildDate', 'Fri, 20 Nov 2026 18:00:00 +0100'],
    ['pubDate', 'Fri, 20 Nov 2026 18:00:00 +0100'],
    ['generator', 'La Bobine/0.1.0'],
    [
      'image',
      {
        url: 'https://radio.example/covers/abc.png',
        title: 'La Bobine, R&B de quartier',
        link: 'https://radio.example/',
      },
    ],
    [
      'atom:link',
      [{ '@rel': 'self', '@type': 'application/rss+xml', '@href': 'https://radio.example/feed.xml' }],
    ],
    ['itunes:image', { '@href': 'https://radio.example/covers/abc.png' }],
    [
      'itunes:category',
      [
        { '@text': 'Society & Culture', 'itunes:category': { '@text': 'Documentary' } },
        { '@text': 'Technology' },
      ],
    ],
    ['itunes:explicit', 'false'],
    ['itunes:author', 'Association La Bobine'],
    ['itunes:owner', { 'itunes:name': 'La Bobine', 'itunes:email': 'contact@radio.example' }],
    ['itunes:type', 'episodic'],
    ['podcast:guid', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
    ['podcast:locked', { '#text': 'yes', '@owner': 'contact@radio.example' }],
    ['podcast:medium', 'podcast'],
    ['podcast:person', [{ '#text': 'Nadia', '@role': 'host', '@group': 'cast' }]],
    [
      'podcast:location',
      {
        '#text': 'Romans-sur-Isère',
        '@rel': 'creator',
        '@geo': 'geo:45.0464,5.0517',
        '@osm': 'R84034',
        '@country': 'fr',
      },
    ],
    [
      'podcast:license',
      { '#text': 'cc-by-nc-sa-4.0', '@url': 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr' },
    ],
    ['podcast:updateFrequency', { '#text': 'Chaque vendredi', '@rrule': 'FREQ=WEEKLY;BYDAY=FR' }],
  ])('%s', (name, said) => expect(channel[name]).toEqual(said))
})

describe('an item always says', () => {
  test.each([
    ['title', 'Les citrons de la conserverie, c’est « l’été » & plus'],
    ['guid', { '#text': '0c4c5d1e-0000-4000-8000-000000000020', '@isPermaLink': 'false' }],
    ['link', 'https://radio.example/episodes/citrons-20'],
    ['pubDate', 'Fri, 20 Nov 2026 18:00:00 +0100'],
    [
      'description',
      '<p>Deux bénévoles racontent.</p>\n<p>Et une brodeuse.</p>\n<p>00:00:00 Chapeau et titres<br/>\n00:01:25 La Conserverie mobile<br/>\n00:09:30 Micro-trottoir &lt;concert&gt;</p>',
    ],
    [
      'content:encoded',
      '<p>Deux bénévoles racontent.</p>\n<p>Et une brodeuse.</p>\n<p><a href="https://accorderie.example/">L’Accorderie</a></p>\n<p>00:00:00 Chapeau et titres<br/>\n00:01:25 La Conserverie mobile<br/>\n00:09:30 Micro-trottoir &lt;concert&gt;</p>',
    ],
    [
      'enclosure',
      { '@url': 'https://radio.example/audio/20/7f3a.mp3', '@length': '23280020', '@type': 'audio/mpeg' },
    ],
    ['itunes:duration', '1455'],
    ['itunes:image', { '@href': 'https://radio.example/covers/abc.png' }],
    ['itunes:explicit', 'false'],
    ['itunes:season', '3'],
    ['itunes:episode', '20'],
    ['itunes:episodeType', 'full'],
    [
      'podcast:transcript',
      [
        {
          '@url': 'https://radio.example/episodes/citrons-20/transcript.vtt',
          '@type': 'text/vtt',
          '@language': 'fr',
          '@rel': 'captions',
        },
        {
          '@url': 'https://radio.example/episodes/citrons-20/transcript.srt',
          '@type': 'application/x-subrip',
          '@language': 'fr',
          '@rel': 'captions',
        },
      ],
    ],
    [
      'podcast:chapters',
      {
        '@url': 'https://radio.example/episodes/citrons-20/chapters.json',
        '@type': 'application/json+chapters',
      },
    ],
    [
      'psc:chapters',
      {
        '@version': '1.2',
        'psc:chapter': [
          { '@start': '00:00:00.000', '@title': 'Chapeau et titres' },
          { '@start': '00:01:25.000', '@title': 'La Conserverie mobile' },
          { '@start': '00:09:30.000', '@title': 'Micro-trottoir <concert>' },
        ],
      },
    ],
    [
      'podcast:person',
      [
        { '#text': 'Nadia', '@role': 'host', '@group': 'cast' },
        { '#text': 'Fatiha', '@role': 'guest', '@group': 'cast' },
        { '#text': 'Fatiha', '@role': 'author', '@group': 'writing' },
      ],
    ],
  ])('%s', (name, said) => expect(item[name]).toEqual(said))
})

test('nothing is said that should never be, nor offered that is not there', () => {
  const never = [
    'docs',
    'managingEditor',
    'webMaster',
    'ttl',
    'itunes:summary',
    'itunes:subtitle',
    'itunes:keywords',
  ]
  const offered = [
    'podcast:funding',
    'podcast:trailer',
    'podcast:podroll',
    'itunes:block',
    'itunes:new-feed-url',
  ]
  for (const name of [...never, ...offered]) expect(feed).not.toContain(`<${name}`)
  for (const name of ['comments', 'source', 'author', 'itunes:title', 'itunes:author']) {
    expect(item).not.toHaveProperty(name)
  }
  expect(feed).not.toContain('undefined')
})

test('what is offered is said when it is there', () => {
  const rich = podcastFeed(richShow, [richEpisode(3)])
  expect(XMLValidator.validate(rich)).toBe(true)
  for (const line of [
    '<itunes:block>Yes</itunes:block>',
    '<itunes:complete>Yes</itunes:complete>',
    '<itunes:new-feed-url>https://radio.example/feed.xml</itunes:new-feed-url>',
    '<atom:link rel="hub" href="https://hub.example/"/>',
    '<atom:link rel="next" href="https://radio.example/feed.xml?page=2"/>',
    '<podcast:updateFrequency rrule="FREQ=WEEKLY;BYDAY=FR" complete="true">Chaque vendredi</podcast:updateFrequency>',
    '<podcast:image href="https://radio.example/social.png" aspect-ratio="1.9/1" width="1200" height="630" purpose="social"/>',
    '<podcast:funding url="https://www.helloasso.com/associations/la-bobine">Soutenir La Bobine</podcast:funding>',
    '<podcast:txt purpose="ai-content">false</podcast:txt>',
    '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" title="Radio d’à côté"/>',
    '<podcast:trailer url="https://radio.example/t.mp3" pubdate="Tue, 01 Sep 2026 02:00:00 +0200" length="9" type="audio/mpeg">Bientôt</podcast:trailer>',
    '<podcast:season name="2026-2027">3</podcast:season>',
    '<podcast:episode display="12 bis">3</podcast:episode>',
    '<podcast:soundbite startTime="73" duration="60">Le sel</podcast:soundbite>',
    '<podcast:location rel="subject">Marché de la Monnaie</podcast:location>',
    '<podcast:socialInteract protocol="activitypub" uri="https://social.example/@bobine/1" accountId="@bobine" priority="1"/>',
    '<podcast:source uri="https://radio.example/audio/3/7f3a.opus"/>',
    '<podcast:integrity type="sri" value="sha384-abc"/>',
  ]) {
    expect(rich).toContain(line)
  }
  expect(rich.match(/<podcast:soundbite/g)).toHaveLength(1)
  // The episode names its own host, so the usual one is not credited.
  expect(
    channelOf(rich).item[0]['podcast:person'].map((person: { '#text': string }) => person['#text']),
  ).toEqual(['Léa'])
})

describe('an episode that is no ordinary one', () => {
  const trailer = { ...plainEpisode(20), kind: 'trailer' as const, numberLabel: '20', title: 'Bientôt' }
  const older = { ...plainEpisode(5), kind: 'trailer' as const, title: 'Avant' }
  const bonus = { ...plainEpisode(13), kind: 'bonus' as const }
  const said = channelOf(podcastFeed(plainShow, [bonus, trailer, older, plainEpisode(6)]))

  test('has no number: with one it would belong to the episode of that number', () => {
    const numbers = said.item.map((one: Record<string, string>) => [
      one['itunes:episodeType'],
      one['itunes:season'],
      one['itunes:episode'],
    ])
    expect(numbers).toEqual([
      ['trailer', '3', undefined],
      ['bonus', '3', undefined],
      ['full', '3', '6'],
      ['trailer', '3', undefined],
    ])
    expect(said.item[0]).not.toHaveProperty('podcast:episode')
  })

  test('the newest trailer is the channel’s too', () => {
    expect(said['podcast:trailer']).toEqual({
      '#text': 'Bientôt',
      '@url': 'https://radio.example/audio/20/7f3a.mp3',
      '@pubdate': 'Fri, 20 Nov 2026 18:00:00 +0100',
      '@length': '23280020',
      '@type': 'audio/mpeg',
      '@season': '3',
    })
  })

  test('brings the notes that it came with, and no others', () => {
    const brought = { ...plainEpisode(1), notesHtml: '<p>Du flux d’avant & <b>gras</b></p>' }
    expect(channelOf(podcastFeed(plainShow, [brought])).item[0]['content:encoded']).toBe(brought.notesHtml)
  })
})

describe('the same show is the same bytes', () => {
  test('in whatever order the episodes come', () => {
    expect(podcastFeed(plainShow, [plainEpisode(6), plainEpisode(20), plainEpisode(13)])).toBe(feed)
    const dates = channel.item.map((each: { pubDate: string }) => Date.parse(each.pubDate))
    expect(dates).toEqual(dates.toSorted((a: number, b: number) => b - a))
  })

  test('and its date is that of the newest change', () => {
    expect(feedChangedAt(plainShow, [])).toBe(plainShow.changedAt)
    expect(feedChangedAt(plainShow, [plainEpisode(27)])).toBe(plainEpisode(27).publishedAt)
  })

  test('even before the first episode', () => {
    const empty = channelOf(podcastFeed(plainShow, []))
    expect(empty).not.toHaveProperty('item')
    expect(empty).not.toHaveProperty('pubDate')
    expect(empty.lastBuildDate).toBe('Fri, 20 Nov 2026 18:00:00 +0100')
  })
})

describe('hostile words', () => {
  test.each(horrors)('%j in every field keeps the feed whole', (typed, read) => {
    const word = `a${typed}z`
    const show = {
      ...plainShow,
      title: word,
      description: word,
      author: word,
      hosts: [{ name: word, role: 'host', group: 'cast' }],
    }
    const episode = {
      ...plainEpisode(1),
      title: word,
      summary: word,
      chapters: [{ startMs: 0, title: word }],
    }
    const hostile = podcastFeed(show, [episode])
    expect(XMLValidator.validate(hostile)).toBe(true)
    const said = channelOf(hostile)
    const line = `a${read}z`.replace(/[\t\n ]+/g, ' ')
    expect(said.title).toBe(line)
    expect(said.item[0].title).toBe(line)
    expect(said.item[0]['podcast:person'][0]['#text']).toBe(line)
    expect(said.item[0]['psc:chapters']['psc:chapter']['@title']).toBe(line)
    expect(said.description).toBe(`a${read}z`)
  })

  test('endless ones are cut to what directories take', () => {
    const endless = 'épisode & co '.repeat(2000)
    const cut = channelOf(
      podcastFeed({ ...plainShow, title: endless, description: endless }, [
        {
          ...plainEpisode(1),
          title: endless,
          summary: endless,
          persons: [{ name: endless, role: 'guest', group: 'cast' }],
        },
      ]),
    )
    expect([...cut.title].length).toBeLessThanOrEqual(255)
    expect(utf8Bytes(cut.description)).toBeLessThanOrEqual(4000)
    expect([...cut.item[0].title].length).toBeLessThanOrEqual(255)
    expect(utf8Bytes(cut.item[0].description)).toBeLessThanOrEqual(4000)
    expect([...cut.item[0]['podcast:person'][1]['#text']].length).toBeLessThanOrEqual(128)
  })

  test.each([
    '/audio.mp3',
    'javascript:alert(1)',
    'ftp://radio.example/a.mp3',
    '',
  ])('"%s" is no address', (url) => {
    const episode = plainEpisode(1)
    expect(() => podcastFeed(plainShow, [{ ...episode, audio: { ...episode.audio, url } }])).toThrow(
      'absolute web',
    )
  })

  test('addresses go out in ASCII', () => {
    const accented = podcastFeed(plainShow, [
      { ...plainEpisode(1), pageUrl: 'https://radio-été.example/é?a=1&b=2' },
    ])
    expect(channelOf(accented).item[0].link).toBe('https://xn--radio-t-gyab.example/%C3%A9?a=1&b=2')
  })
})

test('the Podcast Index parser understands all of it', () => {
  const parsed = parseFeed(podcastFeed(richShow, [richEpisode(20), plainEpisode(13)]))
  expect(parsed).toMatchObject({
    title: 'La Bobine, R&B de quartier',
    link: 'https://radio.example/',
    language: 'fr',
    explicit: false,
    itunesCategory: ['Society & Culture > Documentary', 'Technology'],
    guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
    locked: true,
    podcastOwner: 'contact@radio.example',
    medium: 'podcast',
    owner: { name: 'La Bobine', email: 'contact@radio.example' },
    license: { identifier: 'cc-by-nc-sa-4.0' },
    pubsub: { hub: 'https://hub.example/', self: 'https://radio.example/feed.xml' },
  })
  expect(parsed?.items).toHaveLength(2)
  expect(parsed?.items[1]).toMatchObject({
    guid: '0c4c5d1e-0000-4000-8000-000000000013',
    title: 'Les citrons de la conserverie, c’est « l’été » & plus',
    duration: 1455,
    enclosure: { url: 'https://radio.example/audio/13/7f3a.mp3', length: 23_280_013, type: 'audio/mpeg' },
    podcastChapters: { type: 'application/json+chapters' },
    podcastPeople: [{ name: 'Nadia' }, { name: 'Fatiha' }, { name: 'Fatiha' }],
  })
  expect(parsed?.items[1]?.podcastTranscripts).toHaveLength(2)
  expect(parsed?.items[0]?.podcastSoundbites).toMatchObject([{ startTime: 73, duration: 60 }])
})

test('a weekly rule names the day', () => {
  expect(weeklyRule(5)).toBe('FREQ=WEEKLY;BYDAY=FR')
  expect(() => weeklyRule(0)).toThrow('ISO weekday')
})
