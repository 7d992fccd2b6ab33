import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { EpisodeList } from '#app/_public/episode-list.tsx'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findMemberPages, findPublicationsOf } from '#lib/publishing/member-page.server.ts'
import { memberPath } from '#lib/publishing/member-page.ts'

type Props = { params: Promise<{ slug: string }> }

const find = cache(async (slug: string) =>
  (await findMemberPages(theDb())).find((page) => page.slug === slug),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await find((await params).slug)
  if (!page) return {}
  return await publicFacts({
    title: page.name,
    description: page.words || `Les numéros dans lesquels on entend ${page.name}.`,
    path: memberPath(page.slug),
  })
}

/** Somebody who asked for a page: a few words of theirs, and where to hear them. */
export default async function Page({ params }: Props) {
  const page = await find((await params).slug)
  if (!page) notFound()
  const episodes = await findPublicationsOf(theDb(), page)
  return (
    <PublicFrame>
      <PageHeader title={page.name} back={{ href: '/voix', label: 'Les voix' }} />
      <div className="grid grid-cols-1 gap-10">
        {page.words && (
          <p className="max-w-measure whitespace-pre-line text-lead wrap-anywhere">{page.words}</p>
        )}
        <section className="grid grid-cols-1 gap-4" aria-labelledby="numeros">
          <h2 id="numeros">À entendre dans</h2>
          {episodes.length > 0 ? (
            <EpisodeList episodes={episodes} level={3} />
          ) : (
            <p>Pas encore de numéro en ligne avec {page.name}.</p>
          )}
        </section>
      </div>
    </PublicFrame>
  )
}
