'use client'
import { Bookmark } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { storyLimits } from '#lib/story/document.ts'
import { nameVersionAction } from './actions.ts'

/** Keeps the text of now under a name of one's own. */
export function NameVersion({ storyId }: { storyId: string }) {
  const { send, words, tone, error, given, round } = useAct(nameVersionAction)
  return (
    <form action={send} className="mt-8 grid grid-cols-1 gap-4" noValidate key={round}>
      <input type="hidden" name="storyId" value={storyId} />
      <TextField
        label="Garder le texte de maintenant sous un nom"
        hint="Par exemple : la version longue"
        name="name"
        maxLength={storyLimits.name}
        defaultValue={given('name')}
        error={error('name')}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<Bookmark />} wide>
        Garder cette version
      </SubmitButton>
    </form>
  )
}
