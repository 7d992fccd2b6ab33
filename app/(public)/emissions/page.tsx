import type { Metadata } from 'next'
import { EpisodeList } from '#app/_public/episode-list.tsx'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { matching } from '#app/_public/search.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findPublications } from '#lib/publishing/publishing.server.ts'

export const metadata: Metadata = {
  title: 'Émissions',
  alternates: { canonical: '/emissions', types: { 'application/rss+xml': '/feed.xml' } },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every published episode, by season, and a search in what they speak of. */
export default async function Page({ searchParams }: Props) {
  const { q } = await searchParams
  const typed = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  const all = await findPublications(theDb())
  const found = matching(all, typed)
  return (
    <PublicFrame at="/emissions">
      <PageHeader title="Émissions" standfirst="Tous les numéros, à écouter et à lire." />
      {all.length === 0 ? (
        <EmptyState title="Rien n’est encore en ligne">
          <p>Le premier numéro arrive bientôt.</p>
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-10">
          <search>
            <form action="/emissions" className="flex max-w-xl flex-wrap items-end gap-3">
              <div className="min-w-0 grow">
                <TextField
                  label="Chercher un mot, un prénom, un titre"
                  name="q"
                  type="search"
                  defaultValue={typed}
                  autoComplete="off"
                />
              </div>
              <SubmitButton variant="secondary">Chercher</SubmitButton>
            </form>
          </search>
          {typed && <Found count={found.length} typed={typed} />}
          {[...Map.groupBy(found, (episode) => episode.seasonName)].map(([season, episodes]) => (
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

function Found({ count, typed }: { count: number; typed: string }) {
  const words =
    count === 0 ? 'Aucun numéro ne parle' : count === 1 ? 'Un numéro parle' : `${count} numéros parlent`
  return (
    <div className="flex flex-wrap items-center gap-4" role="status">
      <p>
        {words} de « {typed} ».
      </p>
      <ButtonLink href="/emissions" variant="quiet">
        Tout revoir
      </ButtonLink>
    </div>
  )
}
