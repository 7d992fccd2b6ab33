import Link from 'next/link'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readImports } from '#lib/moving/import.server.ts'
import { FeedForms } from './feed-forms.tsx'
import { importState } from './import-words.ts'

export const metadata = { title: 'Reprendre un podcast' }

/** Moves a podcast in from elsewhere: which feed, and what became of the ones before. */
export default async function Page() {
  const actor = await requireRight('show.edit', '/regie/parametres/reprendre')
  const [imports, show] = await Promise.all([readImports(theDb(), actor), theShow()])
  const usual = imports.find(({ source }) => source.startsWith('http'))?.source ?? ''
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-10">
      <PageHeader
        title="Reprendre un podcast"
        standfirst="Faites venir ici les numéros d’un podcast qui est ailleurs, avec leur date, leur son et leur texte. Pour ses auditeurs, rien ne change."
        back={{ href: '/regie/parametres', label: 'Réglages' }}
      />
      {imports.length > 0 && (
        <section className="grid grid-cols-1 gap-3" aria-labelledby="deja">
          <h2 id="deja">Déjà regardés</h2>
          <ul className="grid grid-cols-1 gap-2">
            {imports.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <Link
                  href={`/regie/parametres/reprendre/${one.id}`}
                  prefetch={false}
                  className="inline-flex min-h-12 min-w-0 items-center [overflow-wrap:anywhere]"
                >
                  {one.source},{' '}
                  {one.createdAt.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: show.timeZone })}
                </Link>
                <Badge tone={importState(one).tone}>{importState(one).words}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FeedForms usual={usual} />
    </div>
  )
}
