import { CalendarHeart, Mic, NotebookPen } from 'lucide-react'
import Link from 'next/link'
import { requireActor } from '#app/_door/session.ts'
import { StateBadge } from '#app/_story/state-badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { airWords } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { findNextEpisode } from '#lib/episode/episode.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { listStories } from '#lib/story/story.server.ts'

export const metadata = { title: 'Ma bobine' }

/** A resident's home: the one next thing, then their stories, then the next show. */
export default async function Page() {
  const actor = await requireActor('/ma-bobine')
  const [stories, show] = await Promise.all([listStories(theDb(), actor, { mine: true }), findShow(theDb())])
  const next = show && (await findNextEpisode(theDb(), show, new Date()))
  const current = stories.find(({ state }) => state === 'idea' || state === 'draft')
  const others = stories.filter((story) => story !== current)
  return (
    <>
      <PageHeader title={`Bonjour ${actor.name}`} />
      <div className="grid max-w-2xl gap-8">
        {current ? (
          <Card
            title={`Votre sujet : ${current.title}`}
            actions={
              <ButtonLink href={`/sujets/${current.id}`} variant="primary" wide icon={<Mic />}>
                {current.state === 'idea' ? 'Commencer' : 'Continuer'}
              </ButtonLink>
            }
          />
        ) : (
          <EmptyState
            title={stories.length === 0 ? 'Vous n’avez pas encore de sujet' : 'Tout est envoyé'}
            action={
              <ButtonLink href="/sujets/nouveau" variant="primary" icon={<NotebookPen />}>
                Proposer un sujet
              </ButtonLink>
            }
          >
            <p>De quoi a-t-on parlé chez vous cette semaine ?</p>
          </EmptyState>
        )}
        {others.length > 0 && (
          <section className="grid gap-3">
            <h2>Mes sujets</h2>
            <ul className="grid gap-2">
              {others.map((story) => (
                <li
                  key={story.id}
                  className="flex flex-wrap items-center gap-3 rounded-card border-2 border-border bg-surface p-3"
                >
                  <Link href={`/sujets/${story.id}`} className="inline-flex min-h-12 items-center font-bold">
                    {story.title}
                  </Link>
                  <StateBadge state={story.state} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {next && (
          <p className="text-ink-2">
            Prochaine émission : {airWords(next)}
            {show?.station && `, sur ${show.station}`}.
          </p>
        )}
        <p>
          <ButtonLink href="/reglages/calendrier" variant="quiet" icon={<CalendarHeart />}>
            Mon calendrier
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
