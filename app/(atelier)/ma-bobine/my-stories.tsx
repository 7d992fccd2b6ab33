import { StateBadge } from '#app/_story/state-badge.tsx'
import type { MyStory } from '#lib/story/next-thing.ts'
import { HomeList } from './home-list.tsx'

type Props = { stories: readonly MyStory[]; taken: readonly { id: string; title: string; by: string }[] }

/** One's own stories, and what became of the ideas that one offered. */
export function MyStories({ stories, taken }: Props) {
  return (
    <>
      <HomeList
        title="Mes sujets"
        lines={stories.map(({ id, title, state, isProposal }) => ({
          ...{ id, href: `/sujets/${id}`, title },
          aside: isProposal ? (
            <span className="text-ink-2">Proposé à tout le monde</span>
          ) : (
            <StateBadge state={state} />
          ),
        }))}
      />
      {taken.map(({ id, title, by }) => (
        <p key={id} className="text-ink-2">
          Votre idée « {title} » a été prise par {by}. Merci.
        </p>
      ))}
    </>
  )
}
