import { type FeedEpisode, itemElement } from './feed-item.ts'
import { channelElements, type FeedShow } from './feed-show.ts'
import { xml, xmlDocument } from './xml.ts'

const namespaces = {
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:psc': 'http://podlove.org/simple-chapters',
}

/**
 * The podcast's RSS 2.0 feed, newest episode first. The same show and episodes give the same bytes,
 * in whatever order they come and whenever it is asked: readers compare them to save a download.
 * The caller gives published episodes only; a date in the future would go out as it is.
 */
export function podcastFeed(show: FeedShow, episodes: readonly FeedEpisode[]): string {
  const newestFirst = episodes.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.guid < b.guid ? -1 : 1))
  const dates = {
    changedAt: feedChangedAt(show, episodes),
    newestAt: newestFirst[0]?.publishedAt ?? null,
  }
  return xmlDocument(
    xml(
      'rss',
      { version: '2.0', ...namespaces },
      xml(
        'channel',
        {},
        ...channelElements(show, dates),
        ...newestFirst.map((episode) => itemElement(episode, show)),
      ),
    ),
  )
}

/** The feed's `lastBuildDate` and `Last-Modified`, epoch milliseconds: the newest change of what it says. */
export function feedChangedAt(show: FeedShow, episodes: readonly FeedEpisode[]): number {
  return Math.max(show.changedAt, ...episodes.map((episode) => episode.publishedAt))
}
