import { CircleCheck, Eye, ListOrdered } from 'lucide-react'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { requireRight } from '#app/_door/session.ts'
import { VoicesOnLineNote } from '#app/_rights/voices-on-line.tsx'
import { currentShow } from '#app/_show/current-show.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { timedLines } from '#app/regie/emissions/[id]/conducteur/timed-line.ts'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { PlanNext } from '#app/regie/emissions/plan-next.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findNextEpisode } from '#lib/episode/episode.server.ts'
import type { Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readVoicesOnLine } from '#lib/publishing/voices.server.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { readTemplates } from '#lib/rundown/template.server.ts'
import { listStories } from '#lib/story/list-stories.server.ts'

export const metadata = { title: 'Régie' }

/** The coordination's first look: the next show, what it lacks, what waits to be read over. */
export default async function Page() {
  const actor = await requireRight('workspace.enter', '/regie')
  const show = await currentShow()
  if (!show) redirect('/premiers-pas')
  const toReview = await listStories(theDb(), actor, { states: ['toReview'] })
  return (
    <>
      <PageHeader title="Régie" standfirst={lawLine(show)} />
      <div className="grid gap-8">
        {(await readVoicesOnLine(theDb(), actor)).map((episode) => (
          <VoicesOnLineNote key={episode.episodeId} episode={episode} />
        ))}
        <NextShow actor={actor} show={show} />
        <Card
          title="Textes à relire"
          actions={
            <ButtonLink href="/regie/relectures" icon={<Eye />}>
              Toutes les relectures
            </ButtonLink>
          }
        >
          {toReview.length === 0 && <p>Rien à relire pour l’instant.</p>}
          <ul className="grid gap-2">
            {toReview.map((story) => (
              <li key={story.id}>
                <Link href={`/sujets/${story.id}/relire`} className="inline-flex min-h-12 items-center">
                  {story.title}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}

function lawLine(show: Show) {
  if (show.publisher && show.director) return undefined
  return (
    <>
      Avant la première publication, indiquez <Link href="/regie/parametres">qui publie</Link>.
    </>
  )
}

async function NextShow({ actor, show }: { actor: Actor; show: Show }) {
  const episode = await findNextEpisode(theDb(), show, new Date())
  if (!episode) {
    return (
      <EmptyState
        title="Aucun numéro n’est prévu"
        action={<PlanNext templates={await readTemplates(theDb(), actor)} />}
      />
    )
  }
  const { lines } = await readRundown(theDb(), actor, episode.id)
  const lacking = timedLines(lines, 0, show.timeZone).lines.filter(({ lacks }) => lacks.length > 0)
  return (
    <Card
      title={episodeName(episode)}
      aside={<Badge tone="info">Prochaine émission</Badge>}
      actions={
        <ButtonLink
          href={`/regie/emissions/${episode.id}/conducteur`}
          variant="primary"
          icon={<ListOrdered />}
        >
          Ouvrir le conducteur
        </ButtonLink>
      }
    >
      <p className="text-lead first-letter:uppercase">{airWords(episode)}</p>
      <p className="flex items-start gap-2">
        {lacking.length === 0 && <CircleCheck className="mt-1 text-ok" />}
        {lackWords(lacking.length, lines.length)}
      </p>
      <ul className="grid gap-2">
        {lacking.slice(0, 5).map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-2">
            <span>{line.title || 'Sans titre'}</span>
            {line.lacks.map((lack) => (
              <Badge key={lack} tone="warn">
                {lack}
              </Badge>
            ))}
          </li>
        ))}
        {lacking.length > 5 && <li className="text-ink-2">Les autres se voient dans le conducteur.</li>}
      </ul>
    </Card>
  )
}

function lackWords(lacking: number, lines: number): string {
  if (lines === 0) return 'Le conducteur est encore vide.'
  if (lacking === 0) return 'Il ne manque rien.'
  return lacking === 1 ? 'Il manque une chose.' : `Il manque ${lacking} choses.`
}
