import { requireActor } from '#app/_door/session.ts'
import { FirstDraftDesk } from '#app/_outbox/first-draft-desk.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readLists } from '#lib/episode/show.server.ts'
import { NewStory } from './new-story.tsx'

export const metadata = { title: 'Nouveau sujet' }

/** Where a story begins: a title is enough. */
export default async function Page() {
  const { memberId } = await requireActor('/sujets/nouveau')
  const { rubrics, themes } = await readLists(theDb())
  return (
    <>
      <PageHeader
        title="Nouveau sujet"
        back={{ href: '/sujets', label: 'Sujets' }}
        standfirst="De quoi voulez-vous parler ? La première idée peut être petite."
      />
      <FirstDraftDesk memberId={memberId}>
        <NewStory choices={{ rubrics, themes }} />
      </FirstDraftDesk>
    </>
  )
}
