import type { PublicationCard } from '#lib/publishing/publication.ts'
import { dayWords, lengthWords } from './when-words.ts'

/** "N° 10 · diffusé le 20 novembre 2026 · 12 minutes". */
export function EpisodeFacts({ episode }: { episode: PublicationCard }) {
  return (
    <p className="text-ink-2">
      N° {episode.number} · diffusé le <time dateTime={episode.airDate}>{dayWords(episode.airDate)}</time> ·{' '}
      {lengthWords(episode.durationMs)}
    </p>
  )
}
