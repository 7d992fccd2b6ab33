import { Rss } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { episodePath, rubricFeedPath } from '#lib/publishing/addresses.ts'
import { findShelf, findShelved, type ShelvedEpisode } from '#lib/publishing/shelves.server.ts'
import { type ShelfKind, shelfPath } from '#lib/publishing/shelves.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { EpisodeFacts } from './episode-facts.tsx'
import { FollowRubric } from './follow-rubric.tsx'
import { publicFacts } from './public-facts.ts'
import { PublicFrame } from './public-frame.tsx'
import { seekAddress } from './seek-address.ts'
import { shelfWords } from './shelf-words.ts'

const find = cache(async (kind: ShelfKind, slug: string) => {
  const shelf = await findShelf(theDb(), kind, slug)
  return shelf && { ...shelf, episodes: await findShelved(theDb(), shelf) }
})

type Props = { kind: ShelfKind; slug: string }

/** What machines read of its page. */
export async function shelfFacts({ kind, slug }: Props): Promise<Metadata> {
  const shelf = await find(kind, slug)
  if (!shelf) return {}
  const hasFeed = kind === 'rubric' && shelf.episodes.length > 0
  return await publicFacts({
    title: shelf.name,
    description: shelfWords[kind].standfirst(shelf.name),
    path: shelfPath(kind, slug),
    ...(hasFeed ? { feed: { url: rubricFeedPath(slug), title: shelf.name } } : {}),
  })
}

/** A rubric, a theme or a house: the episodes that speak of it, and from when on in each. */
export async function ShelfPage({ kind, slug }: Props) {
  const shelf = await find(kind, slug)
  if (!shelf) notFound()
  const { back, standfirst } = shelfWords[kind]
  return (
    <PublicFrame>
      <PageHeader
        title={shelf.name}
        back={back}
        standfirst={standfirst(shelf.name)}
        actions={
          kind === 'rubric' &&
          shelf.episodes.length > 0 && (
            <ButtonLink href="#suivre" icon={<Rss />}>
              Suivre cette rubrique
            </ButtonLink>
          )
        }
      />
      {shelf.episodes.length === 0 ? (
        <EmptyState
          title="Rien n’est encore en ligne ici"
          action={<ButtonLink href="/emissions">Toutes les émissions</ButtonLink>}
        />
      ) : (
        <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
          {shelf.episodes.map((episode) => (
            <li key={episode.episodeId} className="min-w-0">
              <Shelved episode={episode} />
            </li>
          ))}
        </ul>
      )}
      {kind === 'rubric' && shelf.episodes.length > 0 && <FollowRubric slug={slug} />}
    </PublicFrame>
  )
}

function Shelved({ episode }: { episode: ShelvedEpisode }) {
  const path = episodePath(episode.slug)
  return (
    <article className="grid h-full grid-cols-1 content-start gap-2 rounded-card border-2 border-border bg-surface p-gutter">
      <h2 className="text-lead">
        <Link href={path} prefetch={false} className="inline-block py-2 text-ink">
          {episode.title}
        </Link>
      </h2>
      <EpisodeFacts episode={episode} />
      <ul>
        {episode.heard.map(({ title, startMs }) => (
          <li key={title}>
            <a href={seekAddress(path, startMs)} className="flex min-h-12 flex-wrap items-center gap-x-4">
              <span className="tabular min-w-12 flex-none">{formatDuration(startMs)}</span>
              <span className="min-w-0 grow basis-32">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </article>
  )
}
