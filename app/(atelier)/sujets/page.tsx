import { Plus, Trash2 } from 'lucide-react'
import { requireActor } from '#app/_door/session.ts'
import { ProposalList } from '#app/_story/proposal-list.tsx'
import { type ListedStory, StoryCard } from '#app/_story/story-card.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { listStories } from '#lib/story/list-stories.server.ts'
import { shelves } from './shelves.ts'

export const metadata = { title: 'Sujets' }

/** The stories that one may see: for residents theirs, for the studio all, by what they wait for. */
export default async function Page() {
  const actor = await requireActor('/sujets')
  // What others offer has a shelf of its own, the same for everybody.
  const isOffer = ({ isProposal, authorId }: ListedStory) => isProposal && authorId !== actor.memberId
  const stories = (await listStories(theDb(), actor)).filter((story) => !isOffer(story))
  const seesAll = can(actor, 'studio.enter', null)
  return (
    <>
      <PageHeader
        title={seesAll ? 'Sujets' : 'Mes sujets'}
        actions={
          <>
            <ButtonLink href="/sujets/nouveau" variant="primary" icon={<Plus />}>
              Nouveau sujet
            </ButtonLink>
            <ButtonLink href="/sujets/corbeille" variant="quiet" icon={<Trash2 />}>
              Corbeille
            </ButtonLink>
          </>
        }
      />
      {stories.length === 0 && (
        <EmptyState title={seesAll ? 'Rien de proposé pour l’instant' : 'Vous n’avez pas encore de sujet'}>
          <p>
            {seesAll
              ? 'La première idée peut être petite.'
              : 'De quoi a-t-on parlé chez vous cette semaine ?'}
          </p>
        </EmptyState>
      )}
      {shelves(stories).map(({ title, stories: some }) => (
        <section key={title} className="mt-8 grid gap-4">
          <h2>{title}</h2>
          <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
            {some.map((story) => (
              <li key={story.id}>
                <StoryCard story={story} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ProposalList actor={actor} />
    </>
  )
}
