import Link from 'next/link'
import { theDb } from '#lib/db/db.server.ts'
import { findMemberPages } from '#lib/publishing/member-page.server.ts'
import { memberPath, pageOf } from '#lib/publishing/member-page.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { creditsByName } from './show-words.ts'

/** Who took part; a name leads to its page where that person asked for one. */
export async function EpisodePeople({ episode }: { episode: Publication }) {
  if (episode.persons.length === 0) return null
  const pages = await findMemberPages(theDb())
  return (
    <section className="grid grid-cols-1 content-start gap-3">
      <h2>Avec</h2>
      <ul className="grid grid-cols-1 gap-1">
        {creditsByName(episode.persons).map(({ name, did }) => {
          const page = pageOf(name, pages, episode)
          return (
            <li key={name}>
              {page ? (
                <Link
                  href={memberPath(page.slug)}
                  prefetch={false}
                  className="inline-flex min-h-12 items-center"
                >
                  {page.name}
                </Link>
              ) : (
                name
              )}
              {did && ` (${did})`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
