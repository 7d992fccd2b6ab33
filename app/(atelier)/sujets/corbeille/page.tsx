import { requireActor } from '#app/_door/session.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { listStories } from '#lib/story/list-stories.server.ts'
import { BinnedStory } from './binned-story.tsx'

export const metadata = { title: 'Corbeille' }

/** Stories that were binned, and the way back for each. */
export default async function Page() {
  const actor = await requireActor('/sujets/corbeille')
  const stories = await listStories(theDb(), actor, { binned: true })
  return (
    <>
      <PageHeader
        title="Corbeille"
        back={{ href: '/sujets', label: 'Sujets' }}
        standfirst="Les sujets restent ici 30 jours. Rien n’est perdu avant."
      />
      {stories.length === 0 && <EmptyState title="La corbeille est vide" />}
      <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        {stories.map(({ id, title, author }) => (
          <li key={id}>
            <BinnedStory storyId={id} title={title} author={author} />
          </li>
        ))}
      </ul>
    </>
  )
}
