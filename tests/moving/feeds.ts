import { feedReader } from '#lib/moving/feed-reading.ts'
import type { MovedItem } from '#lib/moving/moved.ts'

/** Reads a whole feed, `step` characters at a time. */
export function readAll(text: string, { base = null as string | null, step = 1000 } = {}) {
  const items: MovedItem[] = []
  const reader = feedReader({ base, onItem: (item) => items.push(item) })
  for (let at = 0; at < text.length; at += step) reader.read(text.slice(at, at + step))
  return { items, ...reader.finish() }
}

const namespaces = [
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:psc="http://podlove.org/simple-chapters"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(' ')

/** A feed of one show around `items`. */
export const feedOf = (items: string, channel = '<title>Les Voix du Quai</title>') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}><channel>${channel}${items}</channel></rss>`

/** An item around `more`, with all that it must have. */
export const itemWith = (more: string, guid = '<guid>g1</guid>') =>
  `<item><title>Un titre</title>${guid}<pubDate>Fri, 13 Jun 2025 09:00:00 +0200</pubDate><enclosure url="https://a.example/1.mp3" length="12" type="audio/mpeg"/>${more}</item>`
