import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readProposals } from '#lib/story/proposal.server.ts'
import { ProposalCard } from './proposal-card.tsx'

/** The ideas that others offer; nothing when there are none. */
export async function ProposalList({ actor }: { actor: Actor }) {
  const proposals = await readProposals(theDb(), actor)
  if (proposals.length === 0) return null
  return (
    <section className="mt-10 grid gap-4" aria-labelledby="proposes">
      <h2 id="proposes">Proposés, à prendre</h2>
      <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <ProposalCard proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  )
}
