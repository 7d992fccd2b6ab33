import type { Milliseconds } from '#lib/time/duration.ts'
import { oneLine, type XmlElement, xml } from './xml.ts'

/** A chapter as the master or the coordination gives it; times from the first sample of the podcast. */
export type ChapterSource = {
  startMs: Milliseconds
  title: string
  /** A page about the chapter. */
  url?: string
  imageUrl?: string
  /** Changes picture or place without showing in the list. */
  isSilent?: boolean
  place?: { name: string; geo: string; osm?: string }
}

/** A chapter of a list in order: `endMs` is where the next one starts, or the end of the episode. */
export type EpisodeChapter = ChapterSource & { endMs: Milliseconds }

/**
 * The one list that JSON, psc, ID3 and the description are written from: in order, from 0 to
 * `durationMs`, without gaps. The first chapter is brought to 0 (players expect it); one that starts
 * after the end, lasts nothing or has no title left is dropped.
 */
export function episodeChapters(
  sources: readonly ChapterSource[],
  durationMs: Milliseconds,
): EpisodeChapter[] {
  const inside = sources
    .map((source) => ({ ...source, title: oneLine(source.title), startMs: Math.max(0, source.startMs) }))
    .filter((source) => source.startMs < durationMs && (source.title !== '' || source.isSilent))
    .sort((a, b) => a.startMs - b.startMs)
    .map((source, at) => (at === 0 ? { ...source, startMs: 0 } : source))
  return inside
    .map((source, at) => ({ ...source, endMs: inside[at + 1]?.startMs ?? durationMs }))
    .filter((chapter) => chapter.endMs > chapter.startMs)
}

/** The Podcasting 2.0 chapters file, version 1.2, served as `application/json+chapters`. */
export function chaptersJson(
  chapters: readonly EpisodeChapter[],
  episode: { title: string; showTitle: string },
): string {
  const file = {
    version: '1.2.0',
    title: oneLine(episode.title),
    podcastName: oneLine(episode.showTitle),
    chapters: chapters.map((chapter) => ({
      startTime: chapter.startMs / 1000,
      endTime: chapter.endMs / 1000,
      title: chapter.title === '' ? undefined : chapter.title,
      img: chapter.imageUrl,
      url: chapter.url,
      toc: chapter.isSilent ? false : undefined,
      location: chapter.place,
    })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Podlove Simple Chapters 1.2, or null when there is nothing to list. */
export function pscChapters(chapters: readonly EpisodeChapter[]): XmlElement | null {
  const listed = chapters.filter((chapter) => !chapter.isSilent)
  if (listed.length === 0) return null
  const each = listed.map((chapter) =>
    xml('psc:chapter', {
      start: `${hms(chapter.startMs)}.${String(Math.floor(chapter.startMs % 1000)).padStart(3, '0')}`,
      title: chapter.title,
      href: chapter.url,
      image: chapter.imageUrl,
    }),
  )
  return xml('psc:chapters', { version: '1.2' }, ...each)
}

/**
 * "00:04:10 Titre" lines, which Apple, Spotify and YouTube turn into chapters.
 * Under three they take them for something else, so there are none.
 */
export function timestampLines(chapters: readonly EpisodeChapter[]): string[] {
  const lines = new Map<string, string>()
  for (const chapter of chapters) {
    const start = hms(chapter.startMs)
    if (!chapter.isSilent && !lines.has(start)) lines.set(start, `${start} ${chapter.title}`)
  }
  return lines.size < 3 ? [] : [...lines.values()]
}

/** What the tag writer needs for CTOC and CHAP frames: ids unique in the tag, whole milliseconds. */
export function id3Chapters(chapters: readonly EpisodeChapter[]) {
  return chapters.map((chapter, at) => ({
    id: `ch${at + 1}`,
    startMs: Math.round(chapter.startMs),
    endMs: Math.round(chapter.endMs),
    title: chapter.title,
    url: chapter.url ?? null,
    isListed: !chapter.isSilent,
  }))
}

/** HH:MM:SS, rounded down so that a mark never points after its chapter's first word. */
function hms(ms: Milliseconds): string {
  const seconds = Math.floor(ms / 1000)
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}
