import { describe, expect, test } from 'vitest'
import type { MovedItem } from '#lib/moving/moved.ts'
import { feedOf, itemWith, readAll } from './feeds.ts'

const only = (xml: string): MovedItem => {
  const { items } = readAll(xml)
  expect(items).toHaveLength(1)
  return items[0] ?? expect.fail('no item')
}

describe('a feed from elsewhere', () => {
  test('says of its show what can be offered', () => {
    const { show, notes } = readAll(
      feedOf(
        '',
        `<title>Les Voix &amp;#039;du&amp;#039; Quai</title><link>https://quai.example/</link><language>FR-fr</language>
         <description><![CDATA[<p>Chaque <b>vendredi</b>.</p>]]></description><itunes:author>MJC</itunes:author>
         <image><url>/rss.png</url><title>x</title></image><itunes:image href="/carre.jpg"/>
         <itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>
         <podcast:guid>9B024349-CCF0-5F69-A609-6B82873EAB3C</podcast:guid><podcast:locked owner="a@b.example">yes</podcast:locked>
         <podcast:person role="Host">Denise</podcast:person>`,
      ),
    )
    expect(notes).toEqual([])
    expect(show).toEqual({
      title: "Les Voix 'du' Quai",
      description: 'Chaque vendredi.',
      language: 'fr-fr',
      author: 'MJC',
      category: 'Society & Culture',
      link: 'https://quai.example/',
      imageUrl: 'https://quai.example/carre.jpg',
      guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
      isLocked: true,
      persons: [{ name: 'Denise', role: 'host', group: 'cast' }],
    })
  })

  test('keeps all that an item of Castopod says', () => {
    const item = only(
      feedOf(`<item><title>L’été &amp; le quai</title><guid isPermaLink="false"> https://c.example/@quai/ete </guid>
        <pubDate>Fri, 13 Jun 2025 09:00:00 +0200</pubDate>
        <enclosure url="https://c.example/audio/1.mp3?_from=-" length="481236" type="audio/mpeg"/>
        <description>&lt;p&gt;Une &lt;em&gt;balade&lt;/em&gt;.&lt;/p&gt;</description><itunes:duration>1834.5</itunes:duration>
        <itunes:season>2</itunes:season><itunes:episode>14</itunes:episode><itunes:episodeType>Bonus</itunes:episodeType>
        <podcast:person role="Guest" group="Cast">Fatiha</podcast:person><podcast:person>Karim</podcast:person>
        <podcast:transcript url="//c.example/t.srt" type="application/x-subrip; charset=utf-8" language="fr"/>
        <podcast:chapters url="https://c.example/ch.json" type="application/json+chapters"/>
        <podcast:soundbite startTime="73.5" duration="30">Le quai</podcast:soundbite>
        <psc:chapters version="1.2"><psc:chapter start="00:00:00.000" title="Début"/><psc:chapter start="01:02:03.500" title="Fin"/></psc:chapters></item>`),
    )
    expect(item).toMatchObject({
      guid: 'https://c.example/@quai/ete',
      title: 'L’été & le quai',
      publishedAt: Date.UTC(2025, 5, 13, 7),
      notes: '<p>Une <em>balade</em>.</p>',
      summary: 'Une balade.',
      sound: { url: 'https://c.example/audio/1.mp3?_from=-', bytes: 481236, type: 'audio/mpeg' },
      durationMs: 1_834_500,
      season: 2,
      number: 14,
      kind: 'bonus',
      persons: [
        { name: 'Fatiha', role: 'guest', group: 'cast' },
        { name: 'Karim', role: 'host', group: 'cast' },
      ],
      transcripts: [{ url: 'https://c.example/t.srt', type: 'application/x-subrip' }],
      chaptersUrl: 'https://c.example/ch.json',
      soundbite: { startMs: 73_500, durationMs: 30_000, title: 'Le quai' },
      chapters: [
        { startMs: 0, title: 'Début' },
        { startMs: 3_723_500, title: 'Fin' },
      ],
    })
  })

  const shapes: [string, string, Partial<MovedItem>][] = [
    ['no guid: the sound’s address stands for it', itemWith('', ''), { guid: 'https://a.example/1.mp3' }],
    ['a guid in CDATA with signs', itemWith('', '<guid><![CDATA[a<b&c]]></guid>'), { guid: 'a<b&c' }],
    [
      'full notes before the short ones',
      itemWith('<description>court</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>'),
      { notes: '<p>long</p>', summary: 'court' },
    ],
    [
      'Ausha: notes only in itunes:summary',
      itemWith('<itunes:summary>Notes</itunes:summary>'),
      { notes: 'Notes', summary: 'Notes' },
    ],
    [
      'PowerPress: tags that nobody escaped',
      itemWith('<description><p>Un <a href="https://x.example/">lien</a><br/>ici</p></description>'),
      { notes: '<p>Un <a href="https://x.example/">lien</a><br>ici</p>' },
    ],
    [
      'Anchor: hours and minutes',
      itemWith('<itunes:duration>01:02:03</itunes:duration>'),
      { durationMs: 3_723_000 },
    ],
    [
      'Acast: minutes and seconds',
      itemWith('<itunes:duration>62:03</itunes:duration>'),
      { durationMs: 3_723_000 },
    ],
    ['a length that is none', itemWith('<itunes:duration>une heure</itunes:duration>'), { durationMs: null }],
    [
      'numbers that are none',
      itemWith('<itunes:episode>0</itunes:episode><itunes:season>deux</itunes:season>'),
      { number: null, season: null },
    ],
    [
      'an entity that XML does not know',
      itemWith('<itunes:summary>Caf&eacute;</itunes:summary>'),
      { summary: 'Café' },
    ],
    [
      'a person in the show’s own prefix',
      `<item xmlns:p20="https://podcastindex.org/namespace/1.0"><p20:person>Denise</p20:person><enclosure url="https://a.example/2.mp3"/></item>`,
      { persons: [{ name: 'Denise', role: 'host', group: 'cast' }] },
    ],
    [
      'a sound without type, known by its name',
      '<item><enclosure url="https://a.example/2.M4A?x=1"/></item>',
      { sound: { url: 'https://a.example/2.M4A?x=1', bytes: 0, type: '' } },
    ],
    [
      'a film, which is no sound',
      '<item><enclosure url="https://a.example/2.mp4" type="video/mp4" length="5"/></item>',
      { sound: null },
    ],
    [
      'the sound beside a picture',
      '<item><enclosure url="https://a.example/2.jpg" type="image/jpeg"/><enclosure url="https://a.example/2.ogg" type="audio/ogg" length="7"/></item>',
      { sound: { url: 'https://a.example/2.ogg', bytes: 7, type: 'audio/ogg' } },
    ],
    [
      'an address that is no web address',
      '<item><enclosure url="file:///etc/passwd" type="audio/mpeg"/></item>',
      { sound: null },
    ],
    [
      'a title that is empty',
      '<item><title/><itunes:title>L’autre</itunes:title></item>',
      { title: 'L’autre' },
    ],
    ['a title with a look', '<item><title><![CDATA[Le <i>quai</i>]]></title></item>', { title: 'Le quai' }],
    [
      'a title with a sign that is no tag',
      '<item><title>On <![CDATA[<3]]> le quai</title></item>',
      { title: 'On <3 le quai' },
    ],
    ['names in capitals', '<ITEM><TITLE>Fort</TITLE></ITEM>', { title: 'Fort' }],
  ]
  test.each(shapes)('%s', (_name, xml, expected) => {
    expect(only(feedOf(xml))).toMatchObject(expected)
  })

  test('relative addresses start at the feed, else at the show’s page', () => {
    const item = '<item><enclosure url="../son/1.mp3" type="audio/mpeg"/></item>'
    const channel = '<title>x</title><link>https://page.example/podcast/</link>'
    expect(readAll(feedOf(item, channel)).items[0]?.sound?.url).toBe('https://page.example/son/1.mp3')
    expect(readAll(feedOf(item), { base: 'https://feed.example/a/b/rss' }).items[0]?.sound?.url).toBe(
      'https://feed.example/a/son/1.mp3',
    )
    expect(readAll(feedOf(item)).items[0]?.sound).toBeNull()
  })

  test('Atom is read too', () => {
    const { items, show, notes } = readAll(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Quai</title><entry><id>urn:1</id><title>Un</title>
        <published>2025-06-13T09:00:00+02:00</published><link rel="enclosure" href="https://a.example/1.mp3" length="9" type="audio/mpeg"/>
        <content type="html">&lt;p&gt;Notes&lt;/p&gt;</content></entry></feed>`,
    )
    expect({ notes, title: show.title }).toEqual({ notes: [], title: 'Quai' })
    expect(items[0]).toMatchObject({
      guid: 'urn:1',
      notes: '<p>Notes</p>',
      sound: { bytes: 9 },
      publishedAt: Date.UTC(2025, 5, 13, 7),
    })
  })

  test('is the same in pieces of any size', () => {
    const xml = feedOf(itemWith('<description><![CDATA[<p>Café &amp; thé</p>]]></description>').repeat(3))
    expect(readAll(xml, { step: 1 })).toEqual(readAll(xml, { step: 100_000 }))
  })
})

describe('a feed that is broken or hostile', () => {
  test('one that breaks off is read as far as it goes', () => {
    const whole = feedOf(itemWith('') + itemWith('', '<guid>g2</guid>'))
    const { items, notes } = readAll(whole.slice(0, whole.lastIndexOf('<guid>g2') + 4))
    expect(notes).toEqual(['broken'])
    expect(items.map(({ guid }) => guid)).toEqual(['g1'])
  })

  test('an entity bomb is neither expanded nor in the way', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>&lol2;</title><item><title>&xxe;</title><guid>g</guid></item></channel></rss>`
    const { items, show } = readAll(bomb)
    expect(show.title).toBe('&lol2;')
    expect(items[0]).toMatchObject({ title: '&xxe;', guid: 'g' })
  })

  test('a page of HTML is no feed', () => {
    expect(readAll('<!doctype html><html><body><p>Bonjour</p></body></html>').notes).toEqual(['no-feed'])
    expect(readAll('').notes).toEqual(['no-feed'])
  })

  test('a tower of tags ends the reading', () => {
    const { items, notes } = readAll(feedOf(itemWith('') + '<a>'.repeat(200_000)))
    expect(notes).toEqual(['too-deep'])
    expect(items).toHaveLength(1)
  })

  test('fifty thousand items are read in the memory of one, and not one more', () => {
    const one = itemWith('<description>x</description>')
    const { items, notes } = readAll(feedOf(one.repeat(50_010)), { step: 1 << 16 })
    expect({ count: items.length, notes, last: items.at(-1)?.guid }).toEqual({
      count: 50_000,
      notes: ['too-many'],
      last: 'g1',
    })
  })

  test('a million empty tags in the channel take no memory of their own', () => {
    const { items, notes } = readAll(feedOf('<x/>'.repeat(1_000_000) + itemWith('')), { step: 1 << 16 })
    expect({ items: items.length, notes }).toEqual({ items: 1, notes: [] })
  })
})
