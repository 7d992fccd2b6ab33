import { HandHelping } from 'lucide-react'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readNames } from '#lib/people/members.server.ts'
import type { readStory } from '#lib/story/story.server.ts'
import { AskHand } from './ask-hand.tsx'
import { OfferStory } from './offer-story.tsx'

type Story = Awaited<ReturnType<typeof readStory>>

/** Not alone with a story: ask somebody for a hand, or offer the idea to all. For whoever may change it. */
export async function StoryHand({ story, actor }: { story: Story; actor: Actor }) {
  if (!story.mayEdit || story.deletedAt !== null || story.state === 'aired') return null
  const known = new Set([actor.memberId, story.author.id, ...story.people.map(({ id }) => id)])
  const people = (await readNames(theDb(), actor)).filter(({ id }) => !known.has(id))
  const mayOffer = story.isProposal || story.state === 'idea' || story.state === 'draft'
  return (
    <details className="mt-8 rounded-card border-2 border-border bg-surface p-gutter print:hidden">
      <summary className="min-h-12 py-2 font-bold">
        <span className="inline-flex items-center gap-2 align-middle">
          <HandHelping />
          Demander un coup de main
        </span>
      </summary>
      <div className="mt-4 grid grid-cols-1 gap-6">
        <AskHand storyId={story.id} people={people} />
        {mayOffer && <OfferStory storyId={story.id} isProposal={story.isProposal} />}
      </div>
    </details>
  )
}
