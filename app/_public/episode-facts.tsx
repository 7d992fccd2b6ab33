import type { PublicationCard } from '#lib/publishing/publication.ts'
import { dayWords, lengthWords } from './when-words.ts'

type Props = { episode: Pick<PublicationCard, 'number' | 'airDate' | 'durationMs'> }

/** "N° 10 · diffusé le 20 novembre 2026 · 12 minutes". */
export function EpisodeFacts({ episode }: Props) {
  return (
    <p className="facts text-ink-2">
      <span>N° {episode.number}</span>{' '}
      <span>
        diffusé le <time dateTime={episode.airDate}>{dayWords(episode.airDate)}</time>
      </span>{' '}
      <span>{lengthWords(episode.durationMs)}</span>
    </p>
  )
}
