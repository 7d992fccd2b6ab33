import { type ChapterSource, type EpisodeChapter, episodeChapters, pscChapters } from './chapters.ts'
import {
  type FeedImage,
  type FeedLicense,
  type FeedPerson,
  type FeedPlace,
  imageElements,
  label,
  licenseElement,
  personElements,
  placeElements,
  titleMaxCharacters,
  webAddress,
} from './feed-parts.ts'
import type { FeedShow } from './feed-show.ts'
import { chapterBlocks, descriptionHtml, type NoteBlock, notesHtml, paragraphs } from './notes.ts'
import { rfc2822 } from './rfc2822.ts'
import { soundbiteTrouble } from './soundbite.ts'
import { oneLine, type XmlElement, xml } from './xml.ts'

/** A published episode as its item says it. What is optional is written only when it is there. */
export type FeedEpisode = {
  /** Opaque, never changes. */
  guid: string
  /** Without the show's name or "Épisode 12". */
  title: string
  pageUrl: string
  /** Epoch milliseconds, in the past. */
  publishedAt: number
  /** Plain text; opens the description and the notes. */
  summary: string
  /** What the notes add to the summary. */
  notes: readonly NoteBlock[]
  /** Clean HTML that stands for summary and notes in full: what an imported episode came with. */
  notesHtml?: string
  audio: FeedAudio
  /** The show's cover when absent. */
  cover?: FeedImage
  socialImage?: FeedImage
  /** The show's word when absent. */
  isExplicit?: boolean
  number: number
  season: { number: number; name?: string }
  kind: 'full' | 'trailer' | 'bonus'
  chapters: readonly ChapterSource[]
  chaptersUrl: string
  /** Each format of the same transcript. */
  transcripts: readonly { url: string; type: 'text/vtt' | 'application/x-subrip' | 'text/html' }[]
  /** Those who have agreed to be named; the show's hosts are repeated when no host is among them. */
  persons: readonly FeedPerson[]
  soundbites?: readonly { startMs: number; durationMs: number; title: string }[]
  places?: readonly FeedPlace[]
  license?: FeedLicense
  /** How apps may show the number, such as "12 bis"; 32 characters. */
  numberLabel?: string
  social?: readonly { protocol: string; uri?: string; accountId?: string; priority?: number }[]
  alternatives?: readonly AlternativeAudio[]
}

/** The file an app downloads. `bytes` exact; new audio always means a new `url`. */
export type FeedAudio = {
  url: string
  bytes: number
  type: 'audio/mpeg' | 'audio/x-m4a'
  /** Of the decoded file. */
  durationMs: number
}
/** Another encoding of the same sound. `bitrate` in bits per second, `integrity` as `sha384-…`. */
export type AlternativeAudio = {
  url: string
  bytes: number
  type: string
  title: string
  bitrate?: number
  integrity?: string
}

/** One item of the feed. */
export function itemElement(episode: FeedEpisode, show: FeedShow): XmlElement {
  const chapters = episodeChapters(episode.chapters, episode.audio.durationMs)
  return xml(
    'item',
    {},
    ...plainElements(episode, chapters, show.zone),
    ...itunesElements(episode, show),
    ...podcastElements(episode, chapters, show),
  )
}

function plainElements(episode: FeedEpisode, chapters: EpisodeChapter[], zone: string): XmlElement[] {
  const { audio } = episode
  const notes = [...paragraphs(episode.summary), ...episode.notes, ...chapterBlocks(chapters)]
  return [
    xml('title', {}, label(episode.title, titleMaxCharacters)),
    xml('guid', { isPermaLink: 'false' }, episode.guid),
    xml('link', {}, webAddress(episode.pageUrl)),
    xml('pubDate', {}, rfc2822(episode.publishedAt, zone)),
    xml('description', {}, descriptionHtml(episode.summary, chapters)),
    xml('content:encoded', {}, episode.notesHtml || notesHtml(notes)),
    xml('enclosure', { url: webAddress(audio.url), length: audio.bytes, type: audio.type }),
  ]
}

function itunesElements(episode: FeedEpisode, show: FeedShow): XmlElement[] {
  return [
    xml('itunes:duration', {}, Math.max(1, Math.round(episode.audio.durationMs / 1000))),
    xml('itunes:image', { href: webAddress((episode.cover ?? show.cover).url) }),
    xml('itunes:explicit', {}, String(episode.isExplicit ?? show.isExplicit)),
    xml('itunes:season', {}, episode.season.number),
    // A trailer or a bonus with a number would be one *of* the episode that has this number.
    ...(episode.kind === 'full' ? [xml('itunes:episode', {}, episode.number)] : []),
    xml('itunes:episodeType', {}, episode.kind),
  ]
}

function podcastElements(episode: FeedEpisode, chapters: EpisodeChapter[], show: FeedShow): XmlElement[] {
  const psc = pscChapters(chapters)
  const language = show.language.toLowerCase()
  return [
    ...episode.transcripts.map(({ url, type }) =>
      // Only a timed file is captions.
      xml('podcast:transcript', {
        url: webAddress(url),
        type,
        language,
        rel: type === 'text/html' ? undefined : 'captions',
      }),
    ),
    xml('podcast:chapters', { url: webAddress(episode.chaptersUrl), type: 'application/json+chapters' }),
    ...(psc ? [psc] : []),
    ...personElements(creditedPersons(episode, show)),
    ...soundbiteElements(episode),
    ...placeElements(episode.places ?? []),
    ...(episode.license ? [licenseElement(episode.license)] : []),
    ...numberElements(episode),
    ...imageElements(episode.cover ?? { url: show.cover.url }, episode.socialImage),
    ...socialElements(episode),
    ...(episode.alternatives ?? []).map(alternativeElement),
  ]
}

/** An item's persons replace the channel's in apps, so the hosts are said again. */
function creditedPersons(episode: FeedEpisode, show: FeedShow): FeedPerson[] {
  const namesHost = episode.persons.some((person) => person.role.toLowerCase() === 'host')
  return namesHost ? [...episode.persons] : [...show.hosts, ...episode.persons]
}

function soundbiteElements(episode: FeedEpisode): XmlElement[] {
  return (episode.soundbites ?? [])
    .filter((soundbite) => soundbiteTrouble(soundbite, episode.audio.durationMs) === null)
    .map(({ startMs, durationMs, title }) =>
      xml('podcast:soundbite', { startTime: startMs / 1000, duration: durationMs / 1000 }, label(title)),
    )
}

function numberElements(episode: FeedEpisode): XmlElement[] {
  const { season, number, numberLabel, kind } = episode
  return [
    ...(season.name ? [xml('podcast:season', { name: label(season.name) }, season.number)] : []),
    ...(numberLabel && kind === 'full'
      ? [xml('podcast:episode', { display: label(numberLabel, 32) }, number)]
      : []),
  ]
}

function socialElements(episode: FeedEpisode): XmlElement[] {
  return (episode.social ?? []).map(({ protocol, uri, accountId, priority }) =>
    xml('podcast:socialInteract', { protocol, uri, accountId, priority }),
  )
}

function alternativeElement(audio: AlternativeAudio): XmlElement {
  return xml(
    'podcast:alternateEnclosure',
    {
      type: audio.type,
      length: audio.bytes,
      bitrate: audio.bitrate,
      title: oneLine(audio.title).slice(0, 32),
    },
    xml('podcast:source', { uri: webAddress(audio.url) }),
    audio.integrity && xml('podcast:integrity', { type: 'sri', value: audio.integrity }),
  )
}
