import { HandHelping } from 'lucide-react'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
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
    <details className="rounded-card border-2 border-border bg-surface px-gutter py-3">
      <FoldSummary icon={<HandHelping />}>Me faire aider pour ce sujet</FoldSummary>
      <div className="mt-4 grid grid-cols-1 gap-6">
        <AskHand storyId={story.id} people={people} />
        {mayOffer && <OfferStory storyId={story.id} isProposal={story.isProposal} />}
      </div>
    </details>
  )
}
