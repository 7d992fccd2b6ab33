import Link from 'next/link'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findMemberPages } from '#lib/publishing/member-page.server.ts'
import { memberPath } from '#lib/publishing/member-page.ts'

const title = 'Les voix'
const standfirst = 'Celles et ceux qui font l’émission et qui ont voulu une page. Les autres n’y sont pas.'

export const generateMetadata = () => publicFacts({ title, description: standfirst, path: '/voix' })

/** The members who asked for a page. */
export default async function Page() {
  const people = await findMemberPages(theDb())
  return (
    <PublicFrame at="/voix">
      <PageHeader title={title} standfirst={standfirst} />
      {people.length === 0 ? (
        <EmptyState
          title="Personne n’a encore demandé de page"
          action={<ButtonLink href="/participer">Comment participer</ButtonLink>}
        >
          <p>On entend pourtant beaucoup de monde dans les émissions.</p>
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
          {people.map(({ memberId, slug, name, words }) => (
            <li
              key={memberId}
              className="relative grid min-w-0 grid-cols-1 content-start gap-2 rounded-card border-2 border-border bg-surface p-gutter hover:border-ink"
            >
              <h2 className="text-lead">
                <Link
                  href={memberPath(slug)}
                  prefetch={false}
                  className="text-ink wrap-anywhere after:absolute after:inset-0"
                >
                  {name}
                </Link>
              </h2>
              {words && <p className="line-clamp-3 wrap-anywhere">{words}</p>}
            </li>
          ))}
        </ul>
      )}
    </PublicFrame>
  )
}
