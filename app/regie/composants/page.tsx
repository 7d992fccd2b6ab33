import { requireRight } from '#app/_door/session.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Gallery } from './_gallery.tsx'

export const metadata = { title: 'Composants' }

/** Every piece of the interface in every state, to look at after a change. */
export default async function Page() {
  await requireRight('workspace.enter', '/regie/composants')
  return (
    <>
      <PageHeader title="Composants" standfirst="Chaque pièce de l’interface, dans tous ses états." />
      <Gallery />
    </>
  )
}
