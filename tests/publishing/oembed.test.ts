import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { oembedOf, oembedText, oembedUrl, parseEpisodeUrl, parseMost } from '#lib/publishing/oembed.ts'

const base = 'https://radio.example'
const episode = { slug: 'citrons', title: 'Les "citrons" & <le sel>', cardFile: 'covers/card-1234.jpg' }
const anySize = { second: '', maxWidth: Number.POSITIVE_INFINITY, maxHeight: Number.POSITIVE_INFINITY }

describe('which episode an address is about', () => {
  test.each([
    ['https://radio.example/emissions/citrons', 'citrons', ''],
    ['http://radio.example/emissions/citrons/', 'citrons', ''],
    ['https://radio.example/emissions/citrons?t=85#ecouter', 'citrons', '85'],
    ['https://radio.example/emissions/citrons/lecteur?t=x"', 'citrons', ''],
  ])('%s', (address, slug, second) => expect(parseEpisodeUrl(address, base)).toEqual({ slug, second }))

  test.each([
    '',
    'citrons',
    'https://radio.example/',
    'https://radio.example/emissions',
    'https://radio.example/emissions/../regie',
    'https://radio.example/emissions/citrons/autre',
    'https://radio.example.evil.example/emissions/citrons',
    'https://radio.example@evil.example/emissions/citrons',
    'https://radio.example:8443/emissions/citrons',
    'javascript:alert(1)//radio.example/emissions/citrons',
    `https://radio.example/emissions/${'x'.repeat(500)}`,
  ])('none at %j', (address) => expect(parseEpisodeUrl(address, base)).toBeNull())
})

describe('the answer', () => {
  test('has all that oEmbed 1.0 asks of a rich resource', () => {
    expect(oembedOf(episode, 'La Bobine', base, anySize)).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: episode.title,
      provider_name: 'La Bobine',
      provider_url: 'https://radio.example/',
      width: 640,
      height: 180,
      thumbnail_url: 'https://radio.example/couverture/card-1234.jpg',
      html: expect.stringMatching(
        /^<iframe src="https:\/\/radio\.example\/emissions\/citrons\/lecteur" width="640" height="180" title="Les &quot;citrons&quot; &amp; &lt;le sel>" /,
      ),
    })
  })

  test.each([
    ['300', '120', 300, 120],
    ['5000', null, 640, 180],
    [null, '0', 640, 180],
    ['-1', 'large', 640, 180],
  ])('is never larger than maxwidth %j and maxheight %j', (maxWidth, maxHeight, width, height) => {
    const wish = { second: '85', maxWidth: parseMost(maxWidth), maxHeight: parseMost(maxHeight) }
    const answer = oembedOf(episode, 'La Bobine', base, wish)
    expect(answer).toMatchObject({ width, height })
    expect(answer.html).toContain(`/lecteur?t=85" width="${width}" height="${height}"`)
    for (const side of ['width', 'height'] as const)
      expect(answer[`thumbnail_${side}`] ?? 0).toBeLessThanOrEqual(
        side === 'width' ? wish.maxWidth : wish.maxHeight,
      )
  })

  test('says the same in JSON and in XML, whatever the title', () => {
    const answer = oembedOf(episode, 'La Bobine & co', base, anySize)
    expect(JSON.parse(oembedText(answer, 'json'))).toEqual(answer)
    const read = new XMLParser({ parseTagValue: false, htmlEntities: true }).parse(oembedText(answer, 'xml'))
    const asText = Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, String(value)]))
    expect(read.oembed).toEqual(asText)
  })

  test('is found from the page', () =>
    expect(oembedUrl('citrons', base, 'xml')).toBe(
      'https://radio.example/oembed?url=https%3A%2F%2Fradio.example%2Femissions%2Fcitrons&format=xml',
    ))
})
