import { BookOpen } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import type { readProposals } from '#lib/story/proposal.server.ts'
import { formWords } from './form-words.tsx'
import { TakeProposal } from './take-proposal.tsx'

type Proposal = Awaited<ReturnType<typeof readProposals>>[number]

/** An idea that somebody offers: whose it is, what it asks, and the way to take it. */
export function ProposalCard({ proposal: { id, title, angle, form, by } }: { proposal: Proposal }) {
  return (
    <Card
      title={title}
      level={3}
      actions={
        <>
          <ButtonLink href={`/sujets/${id}`} variant="quiet" icon={<BookOpen />}>
            Lire<span className="sr-only"> « {title} »</span>
          </ButtonLink>
          <TakeProposal storyId={id} title={title} />
        </>
      }
    >
      <p className="text-ink-2">
        Proposé par {by}
        {form && ` · ${formWords[form].label}`}
      </p>
      {angle && <p>{angle}</p>}
    </Card>
  )
}
