'use client'
import { Reply, Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { answerNoteAction } from './actions.ts'

/** Answers a note, in the place where one reads it. */
export function AnswerForm({ noteId }: { noteId: string }) {
  const [open, setOpen] = useState(false)
  const { send, outcome, words, tone, error, given, round } = useAct(answerNoteAction)
  useEffect(() => {
    if (outcome?.ok) setOpen(false)
  }, [outcome])
  if (!open) {
    return (
      <div>
        <Button variant="quiet" icon={<Reply />} onClick={() => setOpen(true)}>
          Répondre
        </Button>
      </div>
    )
  }
  return (
    <form action={send} className="grid gap-3" noValidate>
      <input type="hidden" name="noteId" value={noteId} />
      <TextArea
        key={round}
        label="Votre réponse"
        name="body"
        rows={2}
        error={error('body')}
        defaultValue={given('body')}
        autoFocus
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" icon={<Send />}>
          Envoyer
        </SubmitButton>
        <Button variant="quiet" onClick={() => setOpen(false)}>
          Fermer
        </Button>
      </div>
    </form>
  )
}
