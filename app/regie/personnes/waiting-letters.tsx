'use client'
import { MailOpen } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { handOverAction } from './actions.ts'

type Letter = {
  id: string
  name: string
  email: string | null
  purpose: 'invite' | 'sign-in'
}
type Props = { letters: readonly Letter[]; mailWorks: boolean }

/** Letters that no mail server took wait here for the coordination to pass them on by its own means. */
export function WaitingLetters({ letters, mailWorks }: Props) {
  if (letters.length === 0) return null
  return (
    <section className="mb-8 grid gap-3 rounded-card border-2 border-warn bg-warn-soft p-gutter">
      <h2>Courriers à remettre</h2>
      <p>
        {mailWorks
          ? 'Ces courriers ne sont pas encore partis.'
          : 'Aucun serveur d’e-mail n’est réglé : ces liens ne partent pas seuls.'}{' '}
        Ouvrez-les et transmettez-les vous-même.
      </p>
      <ul className="grid gap-3">
        {letters.map((letter) => (
          <li key={letter.id}>
            <LetterToHandOver letter={letter} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LetterToHandOver({ letter }: { letter: Letter }) {
  const { send, outcome, words, tone } = useAct(handOverAction)
  const shown = outcome?.ok ? outcome.value : null
  return (
    <form action={send} className="grid gap-3 rounded-card border-2 border-border bg-surface p-4">
      <p>
        <strong>{letter.name}</strong>{' '}
        {letter.purpose === 'invite' ? 'a une invitation' : 'demande un lien pour entrer'}
        {letter.email && ` (${letter.email})`}
      </p>
      {shown ? (
        <textarea
          readOnly
          rows={9}
          className="w-full rounded-card border-2 border-border bg-paper p-3"
          aria-label={`Courrier pour ${letter.name}`}
          defaultValue={`${shown.subject}\n\n${shown.text}`}
        />
      ) : (
        <>
          <input type="hidden" name="letterId" value={letter.id} />
          <SubmitButton variant="secondary" icon={<MailOpen />}>
            Ouvrir le courrier
          </SubmitButton>
        </>
      )}
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
    </form>
  )
}
