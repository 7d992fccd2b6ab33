import { ExternalLink, Rss, Share2 } from 'lucide-react'
import { momentWords } from '#app/_public/when-words.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { buttonLook } from '#app/_ui/button-look.ts'
import { Card } from '#app/_ui/card.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { episodePath, feedPath } from '#lib/publishing/addresses.ts'
import type { Readiness } from '#lib/publishing/publishing.server.ts'
import { ChangeList } from './change-list.tsx'
import { CancelSchedule, PublishAgain, Unpublish } from './publish-forms.tsx'

type Props = { readiness: Readiness; now: Date }

/** Where the episode is: on line, waiting for its hour, or here only. */
export function PublishedState({ readiness, now }: Props) {
  const { publication, draft } = readiness
  if (publication) return <OnLine readiness={readiness} />
  if (draft.episode.publishAt) return <Waiting readiness={readiness} now={now} />
  return (
    <p>
      <Badge tone="neutral">Pas encore publié</Badge>
    </p>
  )
}

function OnLine({ readiness: { publication, draft, changes, blockers } }: { readiness: Readiness }) {
  if (!publication) return null
  const { id, slug } = draft.episode
  return (
    <Card
      title={`En ligne depuis ${momentWords(publication.publishedAt, draft.show.timeZone)}`}
      aside={<Badge tone="ok">Publié</Badge>}
      actions={
        <>
          <ButtonLink href={`/regie/emissions/${id}/partager`} icon={<Share2 />}>
            Partager
          </ButtonLink>
          <ButtonLink href={episodePath(slug)} icon={<ExternalLink />}>
            Voir la page
          </ButtonLink>
          <a href={feedPath} className={buttonLook('secondary')}>
            <Rss />
            Voir le flux
          </a>
        </>
      }
    >
      {changes.length > 0 ? (
        <FormMessage tone="info">
          Des choses ont changé depuis. Le public voit encore la version d’avant.
        </FormMessage>
      ) : (
        <p>Le public voit la dernière version.</p>
      )}
      {changes.length > 0 && blockers.length === 0 && (
        <>
          <ChangeList changes={changes} />
          <PublishAgain episodeId={id} />
        </>
      )}
      <Unpublish episodeId={id} />
      <p className="text-ink-2">
        Retirer l’enlève tout de suite du site et du podcast. Les copies déjà téléchargées restent là où elles
        sont.
      </p>
    </Card>
  )
}

function Waiting({ readiness: { draft, blockers }, now }: Props) {
  const { id, publishAt } = draft.episode
  if (!publishAt) return null
  const hour = momentWords(publishAt, draft.show.timeZone)
  const isLate = publishAt <= now && blockers.length > 0
  return (
    <Card
      title={isLate ? `Devait partir ${hour}` : `Prévu ${hour}`}
      aside={<Badge tone={isLate ? 'warn' : 'info'}>{isLate ? 'En attente' : 'Prévu'}</Badge>}
    >
      <p>
        {isLate
          ? 'Rien n’est perdu. Réglez ce qui manque : il partira tout seul, dans la minute.'
          : 'Il partira tout seul. Vous pouvez encore changer le titre, les textes ou l’heure.'}
      </p>
      <CancelSchedule episodeId={id} />
    </Card>
  )
}
