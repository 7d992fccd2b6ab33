'use client'
import { Check, UserRoundX } from 'lucide-react'
import { useTransition } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { editVoiceAction, removeVoiceAction, restoreVoiceAction } from './actions.ts'
import { type Named, VoiceFields } from './voice-fields.tsx'

type Props = { voiceId: string; named: Named; sounds: readonly { id: string; title: string }[] }

/** What is rarely needed: another name, or a person who was named by mistake. */
export function EditVoice({ voiceId, named, sounds }: Props) {
  const { send, words, tone, error, given, ticked, round } = useAct(editVoiceAction)
  const [pending, start] = useTransition()
  const remove = () =>
    start(async () => {
      const outcome = await removeVoiceAction(null, { voiceId })
      if (!outcome.ok) return showToast({ text: outcome.words })
      showToast({
        text: `${named.name} n’est plus dans la liste.`,
        undo: () => restoreVoiceAction(null, { voiceId }),
      })
    })
  return (
    <details open={round > 0}>
      <summary className="min-h-12 py-2 underline underline-offset-4">
        Changer, ou enlever de la liste
      </summary>
      <form action={send} className="mt-2 grid grid-cols-1 gap-4" noValidate key={round}>
        <input type="hidden" name="voiceId" value={voiceId} />
        <VoiceFields
          name={given('name', named.name)}
          alias={given('alias', named.alias)}
          isMinor={ticked('isMinor', named.isMinor)}
          clipId={given('clipId', named.clipId)}
          sounds={sounds}
          error={error}
        />
        <FormMessage tone={tone}>{words}</FormMessage>
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="secondary" icon={<Check />}>
            Garder
          </SubmitButton>
          <Button variant="danger" icon={<UserRoundX />} pending={pending} onClick={remove}>
            Cette personne ne parle pas ici
          </Button>
        </div>
      </form>
    </details>
  )
}
