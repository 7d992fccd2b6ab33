'use client'
import { ArrowRight, UsersRound } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

type Props = { storyId: string; questions: readonly string[]; children: ReactNode }
type Held = { form: HTMLFormElement; submitter: HTMLElement | null }

/** Holds the story that is handed in within it until its questions were seen once. Nothing else is held. */
export function HandInGuard({ storyId, questions, children }: Props) {
  const [held, setHeld] = useState<Held | null>(null)
  const seen = useRef(false)
  const hold = (event: FormEvent<HTMLDivElement>) => {
    const form = event.target
    if (seen.current || !(form instanceof HTMLFormElement)) return
    const { nativeEvent } = event
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    if (new FormData(form, submitter).get('to') !== 'toReview') return
    event.preventDefault()
    event.stopPropagation()
    setHeld({ form, submitter })
  }
  const goOn = () => {
    seen.current = true
    setHeld(null)
    held?.form.requestSubmit(held.submitter)
  }
  return (
    <div onSubmitCapture={hold}>
      {children}
      <Dialog
        title="Avant d’envoyer"
        open={held !== null}
        onClose={() => setHeld(null)}
        actions={
          <>
            <Button icon={<ArrowRight />} onClick={goOn}>
              Continuer quand même
            </Button>
            <ButtonLink href={`/sujets/${storyId}/accords`} variant="primary" icon={<UsersRound />}>
              Noter l’accord
            </ButtonLink>
          </>
        }
      >
        {questions.map((question) => (
          <p key={question}>{question}</p>
        ))}
        <p className="text-ink-2">Sans accord noté, on ne vous bloque pas. La coordination le verra.</p>
      </Dialog>
    </div>
  )
}
