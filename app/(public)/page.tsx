import { CalendarDays, Radio } from 'lucide-react'
import { EpisodeFacts } from '#app/_public/episode-facts.tsx'
import { EpisodeList } from '#app/_public/episode-list.tsx'
import { JsonLd } from '#app/_public/json-ld.tsx'
import { Listen } from '#app/_public/listen.tsx'
import { NotOpenYet } from '#app/_public/not-open-yet.tsx'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SearchForm } from '#app/_public/search-form.tsx'
import { onAirWords } from '#app/_public/show-words.ts'
import { seriesGraph } from '#app/_public/structured.ts'
import { airingWords } from '#app/_public/when-words.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Mark } from '#app/_ui/mark.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findNextEpisode } from '#lib/episode/episode.server.ts'
import type { Show } from '#lib/episode/show.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { episodePath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import { findPublications } from '#lib/publishing/publishing.server.ts'

const RECENT = 5

export const generateMetadata = () => publicFacts({ path: '/' })

/** The show for who listens: when it airs, the latest episode, what comes next, how to take part. */
export default async function Page() {
  const show = await currentShow()
  if (!show) return <NotOpenYet />
  const [latest, ...recent] = await findPublications(theDb(), RECENT)
  const onAir = onAirWords(show)
  return (
    <PublicFrame at="/">
      <JsonLd graph={seriesGraph(show, theSite().baseUrl)} />
      <div className="grid grid-cols-1 gap-12">
        <header className="flex items-center justify-between gap-8 pt-4">
          <div className="grid grid-cols-1 min-w-0 gap-3">
            {onAir && (
              <p className="flex items-start gap-3 text-lead font-bold">
                <Radio className="mt-1 text-brick" />
                <span className="min-w-0">{onAir}</span>
              </p>
            )}
            <h1>{show.name}</h1>
            {show.description && <p className="text-lead text-ink-2">{show.description}</p>}
          </div>
          <span className="hidden lg:block">
            <Mark size={220} />
          </span>
        </header>
        {latest ? <Latest episode={latest} show={show.name} /> : <NothingYet show={show} />}
        <NextShow show={show} />
        {recent.length > 0 && <Recent episodes={recent} />}
        {latest && <FindMore />}
      </div>
    </PublicFrame>
  )
}

function Latest({ episode, show }: { episode: PublicationCard; show: string }) {
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="dernier">
      <div className="grid grid-cols-1 gap-2">
        <p className="font-bold text-brick">Le dernier numéro</p>
        <h2 id="dernier" className="text-title">
          {episode.title}
        </h2>
        <EpisodeFacts episode={episode} />
      </div>
      <Listen episode={episode} show={show} />
      <p className="text-lead">{episode.summary}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={episodePath(episode.slug)}>Chapitres et textes</ButtonLink>
        <ButtonLink href="/s-abonner">Recevoir les prochains</ButtonLink>
      </div>
    </section>
  )
}

function NothingYet({ show }: { show: Show }) {
  return (
    <EmptyState
      title="Le premier numéro arrive bientôt"
      action={<ButtonLink href="/s-abonner">S’abonner</ButtonLink>}
    >
      <p>Rien n’est encore à écouter ici. {onAirWords(show) && 'En attendant, allumez la radio.'}</p>
    </EmptyState>
  )
}

async function NextShow({ show }: { show: Show }) {
  const next = await findNextEpisode(theDb(), show, new Date())
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      {next && (
        <Card title="La prochaine émission">
          <p className="flex items-start gap-3">
            <CalendarDays className="mt-1" />
            <span className="min-w-0 first-letter:uppercase">
              {airingWords(next.airDate, next.airTime)}
              {show.station && `, sur ${[show.station, show.frequency].filter(Boolean).join(', ')}`}
            </span>
          </p>
        </Card>
      )}
      <Card title="Prendre part" actions={<ButtonLink href="/participer">Comment participer</ButtonLink>}>
        <p>
          L’émission est faite par des habitantes et des habitants. Une idée, une voix, une oreille : venez.
        </p>
      </Card>
    </div>
  )
}

function FindMore() {
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="retrouver">
      <h2 id="retrouver">Retrouver un passage</h2>
      <SearchForm />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/rubriques">Rubriques et thèmes</ButtonLink>
        <ButtonLink href="/les-maisons">Les maisons</ButtonLink>
        <ButtonLink href="/voix">Les voix</ButtonLink>
      </div>
    </section>
  )
}

function Recent({ episodes }: { episodes: PublicationCard[] }) {
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="precedents">
      <h2 id="precedents">Les numéros précédents</h2>
      <EpisodeList episodes={episodes} level={3} />
      <p>
        <ButtonLink href="/emissions">Toutes les émissions</ButtonLink>
      </p>
    </section>
  )
}
