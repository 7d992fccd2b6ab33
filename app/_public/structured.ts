import { audioPath, episodePath, feedPath, picturePath, transcriptPath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'

type ShowWords = { name: string; description: string; language: string; publisher: string }

/** What search engines read of the show, in schema.org's words. */
export function seriesGraph(show: ShowWords, baseUrl: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    name: show.name,
    description: show.description,
    inLanguage: show.language,
    url: `${baseUrl}/`,
    webFeed: baseUrl + feedPath,
    publisher: { '@type': 'Organization', name: show.publisher || show.name },
  }
}

/** What search engines read of an episode, people and transcript included. */
export function episodeGraph(episode: PublicationCard, show: ShowWords, baseUrl: string) {
  const { '@context': context, ...series } = seriesGraph(show, baseUrl)
  const duration = `PT${Math.round(episode.durationMs / 1000)}S`
  const named = (role: string) =>
    episode.persons.filter((one) => one.role === role).map(({ name }) => ({ '@type': 'Person', name }))
  const caption = episode.vttFile && {
    '@type': 'MediaObject',
    encodingFormat: 'text/vtt',
    contentUrl: baseUrl + transcriptPath(episode.vttFile, 'vtt'),
  }
  return {
    '@context': context,
    '@type': 'PodcastEpisode',
    name: episode.title,
    description: episode.summary,
    url: baseUrl + episodePath(episode.slug),
    image: baseUrl + picturePath(episode.cardFile),
    inLanguage: show.language,
    datePublished: episode.publishedAt.toISOString(),
    dateModified: episode.changedAt.toISOString(),
    episodeNumber: episode.number,
    partOfSeason: { '@type': 'PodcastSeason', name: episode.seasonName, seasonNumber: episode.seasonNumber },
    partOfSeries: series,
    duration,
    author: named('author'),
    actor: [...named('host'), ...named('guest')],
    associatedMedia: {
      '@type': 'AudioObject',
      contentUrl: baseUrl + audioPath(episode.masterId),
      encodingFormat: 'audio/mpeg',
      contentSize: String(episode.sizeBytes),
      duration,
      ...(caption ? { caption } : {}),
    },
  }
}
