'use client'
import { PencilLine } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { type StoryChoices, StoryFields } from '#app/_story/story-fields.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { createStoryAction } from '#app/(atelier)/sujets/actions.ts'

/** The form of a new story. */
export function NewStory({ choices }: { choices: StoryChoices }) {
  const { send, words, tone, error, given, round } = useAct(createStoryAction)
  return (
    <form action={send} className="grid max-w-2xl grid-cols-1 gap-6" noValidate key={round}>
      <StoryFields
        choices={choices}
        title={given('title')}
        rubricId={given('rubricId')}
        themeIds={[]}
        error={error}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<PencilLine />} wide>
        Écrire
      </SubmitButton>
    </form>
  )
}
