'use client'
import { useAct } from '#app/_door/use-act.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { keepOwnPageAction } from './actions.ts'

type Props = { firstName: string; name: string; words: string; isShown: boolean }

/** What listeners may read of somebody, and whether they may. */
export function OwnPageForm({ firstName, name, words, isShown }: Props) {
  const { send, words: answer, tone, error, given, ticked, round } = useAct(keepOwnPageAction)
  return (
    <form key={round} action={send} className="grid grid-cols-1 gap-6">
      <TextField
        label="Le nom à montrer"
        name="name"
        hint={`Comme vous voulez : un prénom, un surnom. Vide, c’est « ${firstName} ».`}
        defaultValue={given('name', name)}
        error={error('name')}
        maxLength={60}
        autoComplete="off"
        optional
      />
      <TextArea
        label="Quelques mots sur vous"
        name="words"
        hint="Par exemple ce que vous aimez raconter. N’écrivez ni adresse ni téléphone : tout le monde peut lire."
        defaultValue={given('words', words)}
        error={error('words')}
        maxLength={600}
        optional
      />
      <Checkbox
        label="Montrer ma page sur le site"
        name="shown"
        hint="Vous avez moins de 18 ans ? Demandez d’abord à un parent."
        defaultChecked={ticked('shown', isShown)}
      />
      <FormMessage tone={tone}>{answer}</FormMessage>
      <SubmitButton wide>Garder</SubmitButton>
    </form>
  )
}
