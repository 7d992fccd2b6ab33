import type { PageLinks } from './feed-pages.ts'
import {
  type FeedImage,
  type FeedLicense,
  type FeedPerson,
  type FeedPlace,
  imageElements,
  label,
  licenseElement,
  optionalAddress,
  personElements,
  placeElements,
  titleMaxCharacters,
  webAddress,
} from './feed-parts.ts'
import { clipBytes } from './length.ts'
import { descriptionMaxBytes } from './notes.ts'
import { rfc2822 } from './rfc2822.ts'
import { cleanText, oneLine, type XmlElement, xml } from './xml.ts'

/** The show as its feed says it. What is optional is written only when it is there. */
export type FeedShow = {
  /** The public, canonical address of the feed; what listeners' apps keep. */
  feedUrl: string
  homeUrl: string
  title: string
  /** Plain text; cut to 4000 bytes. */
  description: string
  /** ISO 639, such as `fr` or `fr-fr`. */
  language: string
  /** IANA time zone that dates are written in. */
  zone: string
  /** The association; "©" and years in front of it are left out. */
  copyrightHolder: string
  author: string
  /** A role mailbox: it is public. */
  owner: { name: string; email: string }
  /** Stored once, see `podcastGuid`. */
  guid: string
  /** True asks other hosts not to import the feed. */
  isLocked: boolean
  cover: FeedImage
  /** 1200×630 for social previews. */
  socialImage?: FeedImage
  /** Apple's exact names; the first one counts most. */
  categories: readonly { name: string; subcategory?: string }[]
  isExplicit: boolean
  hosts: readonly FeedPerson[]
  places: readonly FeedPlace[]
  license: FeedLicense
  updateFrequency: UpdateFrequency
  /** Name and version of this software, such as "La Bobine/0.1.0". */
  generator: string
  /** Newest change that listeners' apps can see, epoch milliseconds. Never the present time. */
  changedAt: number
  funding?: { url: string; label: string }
  texts?: readonly { purpose?: string; text: string }[]
  /** Other shows worth hearing. */
  podroll?: readonly RemoteFeed[]
  publisherFeed?: RemoteFeed
  trailers?: readonly Trailer[]
  hubUrl?: string
  /** RFC 5005 archive pages; only for histories above 5 MB. */
  pages?: PageLinks
  newFeedUrl?: string
  isBlocked?: boolean
  isComplete?: boolean
}

export type UpdateFrequency = {
  /** RFC 5545, such as `FREQ=WEEKLY;BYDAY=FR`. */
  rrule: string
  /** For people, in the show's language. */
  label: string
  /** Epoch milliseconds; the rule needs it when it counts episodes. */
  startsAt?: number
}
export type RemoteFeed = { feedGuid: string; feedUrl?: string; title?: string }
export type Trailer = {
  title: string
  url: string
  publishedAt: number
  bytes: number
  type: string
  season?: number
}

/** `FREQ=WEEKLY;BYDAY=…` for an ISO weekday, 1 = Monday. */
export function weeklyRule(weekday: number): string {
  const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1]
  if (day === undefined) throw new Error(`${weekday} is no ISO weekday`)
  return `FREQ=WEEKLY;BYDAY=${day}`
}

/** Everything of the channel that stands before its items. Instants are epoch milliseconds. */
export function channelElements(
  show: FeedShow,
  dates: { changedAt: number; newestAt: number | null },
): XmlElement[] {
  return [
    ...plainElements(show, dates),
    ...atomElements(show),
    ...itunesElements(show),
    ...podcastElements(show),
  ]
}

function plainElements(show: FeedShow, dates: { changedAt: number; newestAt: number | null }): XmlElement[] {
  const title = label(show.title, titleMaxCharacters)
  const link = webAddress(show.homeUrl)
  const newest = dates.newestAt === null ? [] : [xml('pubDate', {}, rfc2822(dates.newestAt, show.zone))]
  return [
    xml('title', {}, title),
    xml('link', {}, link),
    xml('description', {}, clipBytes(cleanText(show.description).trim(), descriptionMaxBytes)),
    xml('language', {}, show.language.toLowerCase()),
    xml('copyright', {}, holderOnly(show.copyrightHolder)),
    xml('lastBuildDate', {}, rfc2822(dates.changedAt, show.zone)),
    ...newest,
    xml('generator', {}, show.generator),
    xml(
      'image',
      {},
      xml('url', {}, webAddress(show.cover.url)),
      xml('title', {}, title),
      xml('link', {}, link),
    ),
  ]
}

function atomElements(show: FeedShow): XmlElement[] {
  const link = (rel: string, address: string | undefined) =>
    address === undefined ? [] : [xml('atom:link', { rel, href: webAddress(address) })]
  return [
    xml('atom:link', {
      rel: 'self',
      type: 'application/rss+xml',
      href: webAddress(show.pages?.self ?? show.feedUrl),
    }),
    ...link('hub', show.hubUrl),
    ...link('first', show.pages?.first),
    ...link('previous', show.pages?.previous),
    ...link('next', show.pages?.next),
    ...link('last', show.pages?.last),
  ]
}

function itunesElements(show: FeedShow): XmlElement[] {
  const said = (name: string, isSo: boolean | undefined) => (isSo ? [xml(name, {}, 'Yes')] : [])
  const moved = optionalAddress(show.newFeedUrl)
  return [
    xml('itunes:image', { href: webAddress(show.cover.url) }),
    ...show.categories.map(({ name, subcategory }) =>
      xml('itunes:category', { text: name }, subcategory && xml('itunes:category', { text: subcategory })),
    ),
    xml('itunes:explicit', {}, String(show.isExplicit)),
    xml('itunes:author', {}, oneLine(show.author)),
    xml(
      'itunes:owner',
      {},
      xml('itunes:name', {}, oneLine(show.owner.name)),
      xml('itunes:email', {}, oneLine(show.owner.email)),
    ),
    xml('itunes:type', {}, 'episodic'),
    ...said('itunes:block', show.isBlocked),
    ...said('itunes:complete', show.isComplete),
    ...(moved === undefined ? [] : [xml('itunes:new-feed-url', {}, moved)]),
  ]
}

function podcastElements(show: FeedShow): XmlElement[] {
  const { rrule, startsAt, label: rhythm } = show.updateFrequency
  const dtstart = startsAt === undefined ? undefined : new Date(startsAt).toISOString()
  return [
    xml('podcast:guid', {}, show.guid),
    xml('podcast:locked', { owner: oneLine(show.owner.email) }, show.isLocked ? 'yes' : 'no'),
    xml('podcast:medium', {}, 'podcast'),
    ...personElements(show.hosts),
    ...placeElements(show.places),
    licenseElement(show.license),
    xml(
      'podcast:updateFrequency',
      { rrule, dtstart, complete: show.isComplete ? 'true' : undefined },
      label(rhythm),
    ),
    ...imageElements(show.cover, show.socialImage),
    ...offeredElements(show),
  ]
}

function offeredElements(show: FeedShow): XmlElement[] {
  const { funding, texts = [], podroll = [], publisherFeed, trailers = [] } = show
  return [
    ...(funding ? [xml('podcast:funding', { url: webAddress(funding.url) }, label(funding.label))] : []),
    ...texts.map(({ purpose, text }) =>
      xml('podcast:txt', { purpose: purpose && label(purpose) }, clipBytes(cleanText(text), 4000)),
    ),
    ...(podroll.length > 0 ? [xml('podcast:podroll', {}, ...podroll.map((feed) => remoteItem(feed)))] : []),
    ...(publisherFeed ? [xml('podcast:publisher', {}, remoteItem(publisherFeed, 'publisher'))] : []),
    ...trailers.map((trailer) =>
      xml(
        'podcast:trailer',
        {
          url: webAddress(trailer.url),
          pubdate: rfc2822(trailer.publishedAt, show.zone),
          length: trailer.bytes,
          type: trailer.type,
          season: trailer.season,
        },
        label(trailer.title),
      ),
    ),
  ]
}

function remoteItem(feed: RemoteFeed, medium?: string): XmlElement {
  const { feedGuid, feedUrl, title } = feed
  return xml('podcast:remoteItem', {
    feedGuid,
    feedUrl: optionalAddress(feedUrl),
    medium,
    title: title && label(title),
  })
}

function holderOnly(holder: string): string {
  return oneLine(holder).replace(/^((copyright|©|\(c\)|℗|\d{4}([–-]\d{4})?)[\s,]*)+/i, '')
}
