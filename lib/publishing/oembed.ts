import { embedPath, episodePath, oembedPath, picturePath } from './addresses.ts'
import { xml, xmlDocument } from './xml.ts'

/** How other sites show an episode of ours in a frame: oEmbed 1.0, https://oembed.com. */
export type OembedFormat = 'json' | 'xml'
export type Oembed = Record<string, string | number>

/** Of the frame, CSS pixels: wide enough for a column of text, high enough for the buttons. */
const FRAME = { width: 640, height: 180 }
const PICTURE = { width: 1200, height: 630 }
/** How long who asks may remember the answer, seconds. */
const CACHE_AGE = 86_400
const pagePath = /^\/emissions\/([a-z0-9][a-z0-9-]{0,120})(?:\/(?:lecteur)?)?$/

/** Which episode an address of ours is about, and from which second on; null for any other address. */
export function parseEpisodeUrl(address: string, baseUrl: string): { slug: string; second: string } | null {
  if (!URL.canParse(address)) return null
  const { host, protocol, pathname, searchParams } = new URL(address)
  // Who copied the address before the site had https is still right.
  if (!/^https?:$/.test(protocol) || host !== new URL(baseUrl).host) return null
  const slug = pagePath.exec(pathname)?.[1]
  const second = searchParams.get('t') ?? ''
  return slug ? { slug, second: /^\d{1,6}$/.test(second) ? second : '' } : null
}

/** `maxwidth` or `maxheight` as it was asked; Infinity when there is none, or nothing to go by. */
export function parseMost(typed: string | null): number {
  const most = /^\d{1,6}$/.test(typed ?? '') ? Number(typed) : 0
  return most > 0 ? most : Number.POSITIVE_INFINITY
}

type Episode = { slug: string; title: string; cardFile: string }
type Wish = { second: string; maxWidth: number; maxHeight: number }

/** What oEmbed asks of a rich resource. The frame, and the picture if any, are never larger than what was asked. */
export function oembedOf(episode: Episode, show: string, baseUrl: string, wish: Wish): Oembed {
  const width = Math.min(FRAME.width, wish.maxWidth)
  const height = Math.min(FRAME.height, wish.maxHeight)
  const hasPicture = PICTURE.width <= wish.maxWidth && PICTURE.height <= wish.maxHeight
  return {
    ...{ version: '1.0', type: 'rich', title: episode.title },
    ...{ author_name: show, author_url: `${baseUrl}/`, provider_name: show, provider_url: `${baseUrl}/` },
    cache_age: CACHE_AGE,
    ...(hasPicture
      ? {
          thumbnail_url: baseUrl + picturePath(episode.cardFile),
          thumbnail_width: PICTURE.width,
          thumbnail_height: PICTURE.height,
        }
      : {}),
    html: frameOf(episode, baseUrl, { width, height, second: wish.second }),
    ...{ width, height },
  }
}

/** The answer as it is sent. */
export function oembedText(answer: Oembed, format: OembedFormat): string {
  if (format === 'json') return JSON.stringify(answer)
  return xmlDocument(
    xml('oembed', {}, ...Object.entries(answer).map(([name, value]) => xml(name, {}, value))),
  )
}

/** The address that tells of an episode's frame, for the head of its page. */
export function oembedUrl(slug: string, baseUrl: string, format: OembedFormat): string {
  const asked = new URLSearchParams({ url: baseUrl + episodePath(slug), format })
  return `${baseUrl}${oembedPath}?${asked}`
}

function frameOf(
  { slug, title }: Episode,
  baseUrl: string,
  { width, height, second }: { width: number; height: number; second: string },
): string {
  const src = baseUrl + embedPath(slug) + (second && `?t=${second}`)
  const name = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  return `<iframe src="${src}" width="${width}" height="${height}" title="${name}" loading="lazy" frameborder="0"></iframe>`
}
