import Link from 'next/link'
import { episodePath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import { EpisodeFacts } from './episode-facts.tsx'

/** Episodes to choose from, the newest first. `level` is that of their titles in the page's outline. */
export function EpisodeList({ episodes, level }: { episodes: readonly PublicationCard[]; level: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
      {episodes.map((episode) => (
        <li
          key={episode.episodeId}
          className="relative grid grid-cols-1 content-start gap-2 rounded-card border-2 border-border bg-surface p-gutter hover:border-ink"
        >
          <Title className="text-lead">
            <Link
              href={episodePath(episode.slug)}
              prefetch={false}
              className="text-ink after:absolute after:inset-0"
            >
              {episode.title}
            </Link>
          </Title>
          <EpisodeFacts episode={episode} />
          <p>{episode.summary}</p>
        </li>
      ))}
    </ul>
  )
}
