import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { longestAngle } from '#lib/story/form.ts'
import type { Beginning } from './beginning.ts'

type Props = {
  memberId: string
  beginning: Beginning
  people: readonly { id: string; name: string }[]
}

/** What may be said of an idea at once, folded away: its one question; whether anybody may take it; whose it is. */
export function MoreAboutIt({ memberId, beginning: { angle, authorId, isProposal }, people }: Props) {
  const others = people.filter(({ id }) => id !== memberId)
  return (
    <div className="grid grid-cols-1">
      <details open={angle !== ''}>
        <FoldSummary>Préciser la question</FoldSummary>
        <TextField
          label="La question à laquelle vous répondez"
          hint="Une seule. On l’appelle l’angle."
          name="angle"
          defaultValue={angle}
          maxLength={longestAngle}
          autoComplete="off"
          optional
        />
      </details>
      <details open={authorId !== '' || isProposal}>
        <FoldSummary>Proposer à tous, ou pour quelqu’un d’autre</FoldSummary>
        <div className="grid grid-cols-1 gap-4">
          <Checkbox
            label="Je propose, quelqu’un d’autre peut le prendre"
            name="proposer"
            value="oui"
            defaultChecked={isProposal}
          />
          {others.length > 0 && (
            <SelectField
              label="À qui est ce sujet ?"
              hint="Le sujet est à cette personne. Vous écrivez avec elle."
              name="pour"
              defaultValue={authorId}
              placeholder="À moi"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </div>
      </details>
    </div>
  )
}
