import { BookOpenText, Hand, Megaphone } from 'lucide-react'
import Link from 'next/link'
import { formWords } from '#app/_story/form-words.tsx'
import { TakeProposal } from '#app/_story/take-proposal.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { ofName } from '#app/_ui/name-words.ts'
import { type Actor, can } from '#lib/people/can.ts'
import type { readStory } from '#lib/story/story.server.ts'
import { ForgetBeginning } from './forget-beginning.tsx'

type Story = Awaited<ReturnType<typeof readStory>>

/** Where a story comes from, above its text: its form and question, who brought it, and whether it may be taken. */
export function StoryOrigin({ story, actor }: { story: Story; actor: Actor }) {
  const form = story.form && formWords[story.form]
  return (
    <section aria-label="Le sujet" className="mb-6 grid justify-items-start gap-2 empty:hidden print:hidden">
      <ForgetBeginning memberId={actor.memberId} storyId={story.id} />
      {story.angle && <p className="font-bold">{story.angle}</p>}
      {story.proposedBy && (
        <p className="flex items-start gap-2">
          <Hand className="mt-1" /> {originWords(story, actor)}
        </p>
      )}
      {story.isProposal && (
        <Badge tone="info" icon={<Megaphone size={20} />}>
          Proposé à tout le monde
        </Badge>
      )}
      {can(actor, 'story.take', story) && <TakeProposal storyId={story.id} title={story.title} />}
      {story.form && form && (
        <Link
          href={`/sujets/exemples/${story.form}`}
          prefetch={false}
          className="inline-flex min-h-12 items-center gap-2"
        >
          <BookOpenText />
          {form.label} : voir un exemple
        </Link>
      )}
    </section>
  )
}

/** Who opened a story for somebody writes in it too; who offered an idea that was taken does not. */
function originWords({ proposedBy, proposedById, people, author }: Story, actor: Actor): string {
  const isHelper = people.some(({ id }) => id === proposedById)
  if (!isHelper) return `Une idée ${ofName(proposedBy ?? '')}.`
  if (proposedById === actor.memberId) return `Vous avez ouvert ce sujet pour ${author.name}.`
  return `${proposedBy} a ouvert ce sujet ${author.id === actor.memberId ? 'pour vous' : `pour ${author.name}`}.`
}
