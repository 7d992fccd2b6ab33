import { ListOrdered, SquarePen } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import type { Episode } from '#lib/episode/episode.server.ts'
import { airWords, episodeName } from './air-words.ts'

/** An episode in a list: when, its state, its rundown. */
export function EpisodeCard({ episode }: { episode: Episode }) {
  const at = `/regie/emissions/${episode.id}`
  return (
    <Card
      title={episodeName(episode)}
      level={3}
      aside={<EpisodeBadge episode={episode} />}
      actions={
        <>
          <ButtonLink href={`${at}/conducteur`} icon={<ListOrdered />}>
            Conducteur
          </ButtonLink>
          <ButtonLink href={at} variant="quiet" icon={<SquarePen />}>
            Fiche
          </ButtonLink>
        </>
      }
    >
      <p className="text-ink-2">
        N° {episode.number} · {airWords(episode)}
      </p>
    </Card>
  )
}

export function EpisodeBadge({ episode }: { episode: Pick<Episode, 'publishedAt' | 'publishAt'> }) {
  if (episode.publishedAt) return <Badge tone="ok">Publié</Badge>
  if (episode.publishAt) return <Badge tone="info">Publication prévue</Badge>
  return <Badge pending>En préparation</Badge>
}
