'use client'
import { Mail } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { askLinkAction } from './actions.ts'

/** Asks for a sign-in link by e-mail. */
export function MailForm() {
  const { send, words, tone, error, given } = useAct(askLinkAction)
  return (
    <form action={send} className="grid gap-5" noValidate>
      <TextField
        label="Votre adresse e-mail"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        defaultValue={given('email')}
        error={error('email')}
        required
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton variant="secondary" wide icon={<Mail />}>
        Recevoir un lien
      </SubmitButton>
    </form>
  )
}
