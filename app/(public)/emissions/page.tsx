import { redirect } from 'next/navigation'
import { EpisodeList } from '#app/_public/episode-list.tsx'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SearchForm } from '#app/_public/search-form.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findPublications } from '#lib/publishing/publishing.server.ts'

const standfirst = 'Tous les numéros, à écouter et à lire.'

export const generateMetadata = () =>
  publicFacts({ title: 'Émissions', description: standfirst, path: '/emissions' })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every published episode, by season, and a search in all that was said. */
export default async function Page({ searchParams }: Props) {
  const { q } = await searchParams
  // Where the search was before; its addresses were shared.
  if (typeof q === 'string' && q.trim() !== '') redirect(`/recherche?${new URLSearchParams({ q })}`)
  const all = await findPublications(theDb())
  return (
    <PublicFrame at="/emissions">
      <PageHeader title="Émissions" standfirst={standfirst} />
      {all.length === 0 ? (
        <EmptyState title="Rien n’est encore en ligne">
          <p>Le premier numéro arrive bientôt.</p>
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-10">
          <div className="grid grid-cols-1 gap-4">
            <SearchForm />
            <p>
              <ButtonLink href="/rubriques">Par rubrique ou par thème</ButtonLink>
            </p>
          </div>
          {[...Map.groupBy(all, (episode) => episode.seasonName)].map(([season, episodes]) => (
            <section key={season} className="grid grid-cols-1 gap-4">
              <h2>Saison {season}</h2>
              <EpisodeList episodes={episodes} level={3} />
            </section>
          ))}
        </div>
      )}
    </PublicFrame>
  )
}
