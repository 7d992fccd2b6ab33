import type { PublishedAlternative } from '#lib/db/schema.ts'
import {
  audioPath,
  chaptersPath,
  episodePath,
  feedPath,
  picturePath,
  publicKinds,
  rubricFeedPath,
  rubricPath,
  transcriptPath,
} from './addresses.ts'
import type { FeedEpisode } from './feed-item.ts'
import type { FeedPerson, FeedPlace } from './feed-parts.ts'
import { type FeedShow, weeklyRule } from './feed-show.ts'
import {
  coverAlt,
  fundingWords,
  lighterWords,
  notesOf,
  rhythmLabel,
  rubricTitle,
  rubricWords,
} from './feed-words.ts'
import { licenseUrl } from './license.ts'
import type { PublicationCard, PublicShow } from './publication.ts'

/** Where the installation is reached, without a trailing slash, and what it calls itself in the feed. */
export type FeedPlaceOnWeb = { baseUrl: string; generator: string; guid: string }

/** The channel of a show. Its hosts are those of the newest episode, or the publisher when nobody is named. */
export function feedShowOf(
  show: PublicShow,
  newest: PublicationCard | undefined,
  { baseUrl, generator, guid }: FeedPlaceOnWeb,
): FeedShow {
  const cover = show.coverFile ? picturePath(show.coverFile) : '/marque/icon-512.png'
  const hosts: FeedPerson[] = newest?.persons.filter((person) => person.role === 'host') ?? []
  const publisher = show.publisher || show.name
  return {
    feedUrl: baseUrl + feedPath,
    homeUrl: `${baseUrl}/`,
    title: show.name,
    description: show.description || show.name,
    language: show.language,
    zone: show.timeZone,
    copyrightHolder: publisher,
    author: publisher,
    owner: { name: publisher, email: show.ownerEmail },
    guid,
    isLocked: show.isLocked,
    cover: { url: baseUrl + cover, alt: coverAlt(show.name) },
    categories: [{ name: show.category, ...(show.subcategory ? { subcategory: show.subcategory } : {}) }],
    isExplicit: false,
    hosts: hosts.length > 0 ? hosts : [{ name: publisher, role: 'host', group: 'cast' }],
    places: placesOf(show),
    license: { id: show.license, url: licenseUrl(show.license, `${baseUrl}/mentions-legales`) },
    updateFrequency: {
      rrule: show.slotWeekday === null ? 'FREQ=WEEKLY' : weeklyRule(show.slotWeekday),
      label: rhythmLabel(show.slotWeekday),
    },
    generator,
    changedAt: show.changedAt.getTime(),
    ...(show.fundingUrl
      ? { funding: { url: show.fundingUrl, label: show.fundingLabel || fundingWords(show.name) } }
      : {}),
    ...(show.hubUrl ? { hubUrl: show.hubUrl } : {}),
    ...(show.movedTo ? { newFeedUrl: show.movedTo } : {}),
  }
}

/** The channel of one rubric, made of the show's. It has moved nowhere and no hub is told of it. */
export function rubricFeedOf(
  channel: FeedShow,
  rubric: { name: string; slug: string },
  { baseUrl, guid }: Pick<FeedPlaceOnWeb, 'baseUrl' | 'guid'>,
): FeedShow {
  const { hubUrl, newFeedUrl, ...show } = channel
  return {
    ...show,
    guid,
    feedUrl: baseUrl + rubricFeedPath(rubric.slug),
    homeUrl: baseUrl + rubricPath(rubric.slug),
    title: rubricTitle(show.title, rubric.name),
    description: `${rubricWords(rubric.name)}\n\n${show.description}`,
  }
}

/** The item of a published episode. */
export function feedEpisodeOf(publication: PublicationCard, baseUrl: string): FeedEpisode {
  const pageUrl = baseUrl + episodePath(publication.slug)
  const { vttFile, srtFile } = publication
  return {
    guid: publication.guid,
    title: publication.title,
    pageUrl,
    publishedAt: publication.publishedAt.getTime(),
    summary: publication.summary,
    notes: notesOf({ pageUrl, persons: publication.persons, music: publication.music }),
    audio: {
      url: baseUrl + audioPath(publication.masterId),
      bytes: publication.sizeBytes,
      type: publicKinds.audio.type,
      durationMs: publication.durationMs,
    },
    number: publication.number,
    season: { number: publication.seasonNumber, name: publication.seasonName },
    kind: publication.kind,
    ...(publication.soundbite ? { soundbites: [publication.soundbite] } : {}),
    ...(publication.notesHtml ? { notesHtml: publication.notesHtml } : {}),
    chapters: publication.chapters,
    chaptersUrl: baseUrl + chaptersPath(publication.chaptersFile),
    transcripts: [
      ...(vttFile ? [{ url: baseUrl + transcriptPath(vttFile, 'vtt'), type: 'text/vtt' as const }] : []),
      ...(srtFile
        ? [{ url: baseUrl + transcriptPath(srtFile, 'srt'), type: 'application/x-subrip' as const }]
        : []),
    ],
    persons: publication.persons,
    alternatives: publication.alternatives.map((one) => alternativeOf(one, baseUrl)),
    socialImage: { url: baseUrl + picturePath(publication.cardFile), widthPx: 1200, heightPx: 630 },
  }
}

/** As lighter copies are encoded, bits a second. */
const bitrates = { light: 64_000, opus: 48_000 }

function alternativeOf({ fileId, kind, type, sizeBytes, sha256 }: PublishedAlternative, baseUrl: string) {
  return {
    url: baseUrl + audioPath(fileId, kind === 'opus' ? 'opus' : 'mp3'),
    bytes: sizeBytes,
    type,
    title: lighterWords[kind],
    bitrate: bitrates[kind],
    integrity: `sha256-${base64OfHex(sha256)}`,
  }
}

function base64OfHex(hex: string): string {
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  return btoa(String.fromCharCode(...bytes))
}

/** `geo` as people paste it: "45.0464, 5.0517", with or without "geo:". */
function placesOf({ locationName, locationGeo, locationOsm, locationCountry }: PublicShow): FeedPlace[] {
  if (locationName.trim() === '') return []
  const [, latitude, longitude] =
    /^\s*(?:geo:)?\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(locationGeo) ?? []
  const position =
    latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined
  return [
    {
      name: locationName,
      rel: 'creator',
      ...(position ? { position } : {}),
      ...(locationOsm ? { osm: locationOsm } : {}),
      ...(locationCountry ? { country: locationCountry } : {}),
    },
  ]
}
