import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { ShelfList } from '#app/_public/shelf-list.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readShelves } from '#lib/publishing/shelves.server.ts'

const title = 'Les maisons'
const standfirst = 'L’émission se fait dans ces lieux du quartier. Poussez la porte.'

export const generateMetadata = () => publicFacts({ title, description: standfirst, path: '/les-maisons' })

/** Where the show is made, and what came from each house. */
export default async function Page() {
  const houses = (await readShelves(theDb())).filter(({ kind }) => kind === 'house')
  return (
    <PublicFrame at="/les-maisons">
      <PageHeader
        title={title}
        standfirst={standfirst}
        actions={<ButtonLink href="/participer">Comment participer</ButtonLink>}
      />
      {houses.length > 0 ? (
        <ShelfList shelves={houses} />
      ) : (
        <EmptyState title="Aucune maison n’est encore nommée" />
      )}
    </PublicFrame>
  )
}
