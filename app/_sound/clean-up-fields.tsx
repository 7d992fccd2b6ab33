import { Badge } from '#app/_ui/badge.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import type { CleanUp, ClipEdit } from '#lib/db/schema.ts'
import { cleanUpsInOrder, everyCleanUp, type Proposal } from '#lib/sound/clean-up.ts'
import { cleanUpWords, proposalWords } from './edit-words.ts'

type Props = { edit: ClipEdit; change: (next: ClipEdit) => void; proposals: readonly Proposal[] }

/** What can be done for a sound that was recorded badly; what the measures call for says why. */
export function CleanUpFields({ edit, change, proposals }: Props) {
  const toggle = (one: CleanUp, wished: boolean) => {
    const others = edit.cleanUps.filter((other) => other !== one)
    change({ ...edit, cleanUps: cleanUpsInOrder(wished ? [...others, one] : others) })
  }
  return (
    <div className="grid gap-3">
      {everyCleanUp.map((one) => {
        const proposal = proposals.find(({ what }) => what === one)
        const { label, hint } = cleanUpWords[one]
        return (
          <div key={one} className="grid gap-1">
            <Checkbox
              label={label}
              hint={hint}
              name={one}
              checked={edit.cleanUps.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
            {proposal && (
              <p className="flex flex-wrap items-center gap-2 pl-10">
                <Badge tone="info">Proposé</Badge>
                <span>{proposalWords(proposal)}</span>
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}
