import { type FeedEpisode, itemElement } from './feed-item.ts'
import { cutPages, feedMaxBytes, pageLinks } from './feed-pages.ts'
import { channelElements, type FeedShow } from './feed-show.ts'
import { utf8Bytes } from './length.ts'
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
  return writeFeed(withTrailer(show, episodes), newestFirst(episodes), feedChangedAt(show, episodes))
}

/**
 * The same feed in pages, each a whole feed of its own. One page while it stays within `maxBytes`; above, the first
 * holds the newest episodes and names the others (RFC 5005).
 */
export function feedPages(
  show: FeedShow,
  episodes: readonly FeedEpisode[],
  maxBytes = feedMaxBytes,
): string[] {
  const whole = podcastFeed(show, episodes)
  if (utf8Bytes(whole) <= maxBytes) return [whole]
  const full = withTrailer(show, episodes)
  const changedAt = feedChangedAt(show, episodes)
  const bareBytes = utf8Bytes(writeFeed(full, [], changedAt))
  const itemBytes = (episode: FeedEpisode) => utf8Bytes(writeFeed(full, [episode], changedAt)) - bareBytes
  const pages = cutPages(newestFirst(episodes), itemBytes, maxBytes - bareBytes - linksMaxBytes)
  return pages.map((page, at) => {
    const links = pageLinks(show.feedUrl, at + 1, pages.length)
    // The hub is told of the feed itself, and of nothing else.
    const { hubUrl, ...older } = full
    return writeFeed({ ...(at === 0 ? full : older), pages: links }, page, changedAt)
  })
}

/** More than the links to other pages take. */
const linksMaxBytes = 2000

/** The feed's `lastBuildDate` and `Last-Modified`, epoch milliseconds: the newest change of what it says. */
export function feedChangedAt(show: FeedShow, episodes: readonly FeedEpisode[]): number {
  return Math.max(show.changedAt, ...episodes.map((episode) => episode.publishedAt))
}

function writeFeed(show: FeedShow, episodes: readonly FeedEpisode[], changedAt: number): string {
  const dates = { changedAt, newestAt: episodes[0]?.publishedAt ?? null }
  return xmlDocument(
    xml(
      'rss',
      { version: '2.0', ...namespaces },
      xml(
        'channel',
        {},
        ...channelElements(show, dates),
        ...episodes.map((episode) => itemElement(episode, show)),
      ),
    ),
  )
}

function newestFirst(episodes: readonly FeedEpisode[]): FeedEpisode[] {
  return episodes.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.guid < b.guid ? -1 : 1))
}

/** The newest trailer is also the channel's, unless the show names others. */
function withTrailer(show: FeedShow, episodes: readonly FeedEpisode[]): FeedShow {
  const trailer = newestFirst(episodes).find(({ kind }) => kind === 'trailer')
  if (!trailer || show.trailers) return show
  const { title, publishedAt, audio, season } = trailer
  const { url, bytes, type } = audio
  return { ...show, trailers: [{ title, publishedAt, url, bytes, type, season: season.number }] }
}
