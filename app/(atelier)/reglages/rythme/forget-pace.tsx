'use client'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { forgetPaceAction } from './actions.ts'

/** Forgets what was measured. */
export function ForgetPace() {
  const { send, words, tone } = useAct(forgetPaceAction)
  return (
    <form action={send} className="grid grid-cols-1 gap-3">
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton variant="quiet">Revenir au rythme habituel</SubmitButton>
    </form>
  )
}
