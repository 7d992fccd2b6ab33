import type { Metadata } from 'next'
import { FoundEpisode } from '#app/_public/found-episode.tsx'
import { PageLinks } from '#app/_public/page-links.tsx'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SearchForm } from '#app/_public/search-form.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { searchEpisodes } from '#lib/publishing/search.server.ts'
import { searchTerms } from '#lib/publishing/search.ts'
import { type Asked, askedAddress, readAsked } from './asked.ts'

export const generateMetadata = (): Promise<Metadata> =>
  publicFacts({ title: 'Chercher', path: '/recherche', isFound: false })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Words in everything that was said, each with the moment at which to hear it. */
export default async function Page({ searchParams }: Props) {
  const asked = readAsked(await searchParams)
  const terms = searchTerms(asked.typed)
  return (
    <PublicFrame at="/recherche">
      <PageHeader
        title="Chercher"
        standfirst="Dans tout ce qui a été dit à l’émission. Avec des guillemets, les mots se suivent."
      />
      <div className="grid grid-cols-1 gap-8">
        <SearchForm typed={asked.typed} isMain />
        {terms.length > 0 && <Results asked={asked} />}
      </div>
    </PublicFrame>
  )
}

async function Results({ asked }: { asked: Asked }) {
  const { typed, page, order } = asked
  const { count, pages, episodes } = await searchEpisodes(theDb(), searchTerms(typed), asked)
  if (episodes.length === 0) return <NothingFound typed={typed} />
  const other = order === 'best' ? 'newest' : 'best'
  return (
    <section aria-label="Ce qui a été trouvé" className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="min-w-0 wrap-anywhere">
          {count === 1 ? 'Un numéro parle' : `${count} numéros parlent`} de « {typed} »
          {count > 1 && (order === 'best' ? ', le plus proche d’abord' : ', le plus récent d’abord')}.
        </p>
        {count > 1 && (
          <ButtonLink href={askedAddress({ typed, page: 1, order: other })} variant="quiet">
            {other === 'best' ? 'Le plus proche d’abord' : 'Le plus récent d’abord'}
          </ButtonLink>
        )}
      </div>
      {episodes.map((episode) => (
        <FoundEpisode key={episode.slug} episode={episode} />
      ))}
      <PageLinks page={page} pages={pages} addressOf={(to) => askedAddress({ ...asked, page: to })} />
    </section>
  )
}

function NothingFound({ typed }: { typed: string }) {
  return (
    <div className="grid grid-cols-1 justify-items-start gap-4">
      <p role="status" className="wrap-anywhere">
        Rien n’a été trouvé pour « {typed} ». Essayez un seul mot, ou un mot plus court.
      </p>
      <ButtonLink href="/emissions">Toutes les émissions</ButtonLink>
    </div>
  )
}
