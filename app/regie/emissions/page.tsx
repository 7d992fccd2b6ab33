import { requireRight } from '#app/_door/session.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisodes } from '#lib/episode/episode.server.ts'
import { can } from '#lib/people/can.ts'
import { readTemplates } from '#lib/rundown/template.server.ts'
import { EpisodeCard } from './episode-card.tsx'
import { PlanNext } from './plan-next.tsx'

export const metadata = { title: 'Émissions' }

/** Every episode by season, the next one to make first, and the way to plan another. */
export default async function Page() {
  const actor = await requireRight('rundown.read', '/regie/emissions')
  const mayPlan = can(actor, 'episode.edit', null)
  const episodes = await readEpisodes(theDb(), actor)
  const templates = mayPlan ? await readTemplates(theDb(), actor) : []
  const seasons = [...new Set(episodes.map(({ season }) => season))]
  return (
    <>
      <PageHeader title="Émissions" />
      {mayPlan && <PlanNext templates={templates} />}
      {episodes.length === 0 && (
        <EmptyState title="Pas encore de numéro">
          <p>Préparez le premier : il prend la prochaine case libre.</p>
        </EmptyState>
      )}
      {seasons.map((season) => (
        <section key={season} className="mt-8 grid gap-4">
          <h2>Saison {season}</h2>
          <ul className="grid gap-3 lg:grid-cols-2">
            {episodes
              .filter((episode) => episode.season === season)
              .map((episode) => (
                <li key={episode.id}>
                  <EpisodeCard episode={episode} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
