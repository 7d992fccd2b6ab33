'use client'
import { Check } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { seeCutAction } from './versions/actions.ts'

/** Puts the card away until somebody cuts again. */
export function CutSeen({ storyId }: { storyId: string }) {
  const { send, words, tone } = useAct(seeCutAction)
  return (
    <form action={send}>
      <input type="hidden" name="storyId" value={storyId} />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton variant="secondary" icon={<Check />}>
        J’ai vu
      </SubmitButton>
    </form>
  )
}
