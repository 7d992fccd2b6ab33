import type { EpisodeKind } from '#lib/db/schema.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import { dayWords, lengthWords } from './when-words.ts'

/** What is said in place of the number of an episode that is no ordinary one. */
const kindWords: Partial<Record<EpisodeKind, string>> = { trailer: 'Bande-annonce', bonus: 'Bonus' }

type Props = { episode: Pick<PublicationCard, 'kind' | 'number' | 'airDate' | 'durationMs'> }

/** "N° 10 · diffusé le 20 novembre 2026 · 12 minutes". */
export function EpisodeFacts({ episode }: Props) {
  return (
    <p className="facts text-ink-2">
      <span>{kindWords[episode.kind] ?? `N° ${episode.number}`}</span>{' '}
      <span>
        diffusé le <time dateTime={episode.airDate}>{dayWords(episode.airDate)}</time>
      </span>{' '}
      <span>{lengthWords(episode.durationMs)}</span>
    </p>
  )
}
