import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { ShelfList } from '#app/_public/shelf-list.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readShelves } from '#lib/publishing/shelves.server.ts'

const title = 'Rubriques et thèmes'
const standfirst = 'Pour suivre un sujet d’un numéro à l’autre.'

export const generateMetadata = () => publicFacts({ title, description: standfirst, path: '/rubriques' })

/** What the show speaks of, to be followed from one episode to the next. */
export default async function Page() {
  const shelves = Map.groupBy(await readShelves(theDb()), ({ kind }) => kind)
  const rubrics = shelves.get('rubric') ?? []
  const themes = shelves.get('theme') ?? []
  return (
    <PublicFrame at="/rubriques">
      <PageHeader title={title} standfirst={standfirst} />
      <div className="grid grid-cols-1 gap-10">
        {rubrics.length > 0 && (
          <section className="grid grid-cols-1 gap-4">
            <h2>Rubriques</h2>
            <ShelfList shelves={rubrics} />
          </section>
        )}
        {themes.length > 0 && (
          <section className="grid grid-cols-1 gap-4">
            <h2>Thèmes</h2>
            <ShelfList shelves={themes} />
          </section>
        )}
        {rubrics.length + themes.length === 0 && <EmptyState title="Rien n’est encore classé ici" />}
      </div>
    </PublicFrame>
  )
}
