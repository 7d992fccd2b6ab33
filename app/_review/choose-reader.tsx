'use client'
import { Check, UserRound, UsersRound } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askReviewAction } from './actions.ts'

type Props = { storyId: string; people: readonly { id: string; name: string }[]; chosenId: string | null }

/** One tap on a name asks that person; one on « Toute l’équipe » asks anybody again. */
export function ChooseReader({ storyId, people, chosenId }: Props) {
  const { send, words, tone } = useAct(askReviewAction)
  const choices = [{ id: '', name: 'Toute l’équipe' }, ...people]
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="storyId" value={storyId} />
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, name }) => {
          const isChosen = id === (chosenId ?? '')
          return (
            <li key={id}>
              <SubmitButton
                variant="secondary"
                name="reviewerId"
                value={id}
                icon={isChosen ? <Check /> : id === '' ? <UsersRound /> : <UserRound />}
                aria-pressed={isChosen}
              >
                {name}
              </SubmitButton>
            </li>
          )
        })}
      </ul>
      <FormMessage tone={tone}>{words}</FormMessage>
    </form>
  )
}
