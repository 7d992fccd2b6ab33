import {
  audioPath,
  episodePath,
  feedPath,
  picturePath,
  publicKinds,
  transcriptPath,
} from '#lib/publishing/addresses.ts'
import { licenseUrl } from '#lib/publishing/license.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { filedUnder } from '#lib/publishing/shelves.ts'
import { seekAddress } from './seek-address.ts'

type ShowWords = {
  name: string
  description: string
  language: string
  publisher: string
  license: string
  coverFile: string | null
}

/** What search engines read of the show, in schema.org's words. */
export function seriesGraph(show: ShowWords, baseUrl: string) {
  const maker = { '@type': 'Organization', name: show.publisher || show.name }
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    '@id': `${baseUrl}/#emission`,
    name: show.name,
    description: show.description,
    inLanguage: show.language,
    url: `${baseUrl}/`,
    webFeed: baseUrl + feedPath,
    ...(show.coverFile ? { image: baseUrl + picturePath(show.coverFile) } : {}),
    license: licenseUrl(show.license, `${baseUrl}/mentions-legales`),
    author: maker,
    publisher: maker,
  }
}

const actors = ['host', 'guest', 'reporter']

/** What search engines read of an episode, people, chapters and texts included. */
export function episodeGraph(episode: Publication, show: ShowWords, baseUrl: string) {
  const { '@context': context, ...series } = seriesGraph(show, baseUrl)
  const path = episodePath(episode.slug)
  const duration = `PT${Math.round(episode.durationMs / 1000)}S`
  const { rubrics, themes } = filedUnder(episode.stories)
  return {
    '@context': context,
    '@type': 'PodcastEpisode',
    name: episode.title,
    description: episode.summary,
    url: baseUrl + path,
    image: baseUrl + picturePath(episode.cardFile),
    inLanguage: show.language,
    isAccessibleForFree: true,
    datePublished: episode.publishedAt.toISOString(),
    dateModified: episode.changedAt.toISOString(),
    episodeNumber: episode.number,
    partOfSeason: { '@type': 'PodcastSeason', name: episode.seasonName, seasonNumber: episode.seasonNumber },
    partOfSeries: series,
    duration,
    keywords: [...rubrics, ...themes].map(({ name }) => name),
    author: named(episode, (role) => role === 'author'),
    actor: named(episode, (role) => actors.includes(role)),
    contributor: named(episode, (role) => role !== 'author' && !actors.includes(role)),
    associatedMedia: soundOf(episode, show, baseUrl),
    hasPart: episode.chapters.map(({ title, startMs, endMs }) => ({
      '@type': 'Clip',
      name: title,
      startOffset: Math.floor(startMs / 1000),
      endOffset: Math.floor(endMs / 1000),
      url: baseUrl + seekAddress(path, startMs),
    })),
  }
}

/** The sound and its captions. What is said stands on the page itself: twice would weigh too much on a phone. */
function soundOf(episode: Publication, show: ShowWords, baseUrl: string) {
  return {
    '@type': 'AudioObject',
    contentUrl: baseUrl + audioPath(episode.masterId),
    encodingFormat: publicKinds.audio.type,
    contentSize: String(episode.sizeBytes),
    duration: `PT${Math.round(episode.durationMs / 1000)}S`,
    inLanguage: show.language,
    ...(episode.vttFile
      ? {
          accessibilityFeature: ['captions', 'transcript'],
          caption: {
            '@type': 'MediaObject',
            encodingFormat: 'text/vtt',
            contentUrl: baseUrl + transcriptPath(episode.vttFile, 'vtt'),
          },
        }
      : {}),
  }
}

/** Everybody once. */
function named({ persons }: Publication, hasRole: (role: string) => boolean) {
  const names = persons.filter(({ role }) => hasRole(role)).map(({ name }) => name)
  return [...new Set(names)].map((name) => ({ '@type': 'Person', name }))
}
