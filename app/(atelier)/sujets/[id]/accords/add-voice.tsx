'use client'
import { Plus, UserRoundPlus } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { addVoiceAction } from './actions.ts'
import { VoiceFields } from './voice-fields.tsx'

type Props = { storyId: string; sounds: readonly { id: string; title: string }[] }

/** Somebody else speaks: a first name is enough, the questions come next. */
export function AddVoice({ storyId, sounds }: Props) {
  const { send, words, tone, error, given, ticked, round } = useAct(addVoiceAction)
  return (
    <details className="rounded-card border-2 border-border bg-surface px-gutter py-3" open={round > 0}>
      <FoldSummary icon={<UserRoundPlus />}>Quelqu’un d’autre parle</FoldSummary>
      <form action={send} className="mt-4 grid grid-cols-1 gap-4" noValidate key={round}>
        <input type="hidden" name="storyId" value={storyId} />
        <VoiceFields
          name={given('name')}
          alias={given('alias')}
          isMinor={ticked('isMinor')}
          clipId={given('clipId')}
          sounds={sounds}
          error={error}
        />
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Plus />}>
          Ajouter cette personne
        </SubmitButton>
      </form>
    </details>
  )
}
