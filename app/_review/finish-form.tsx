'use client'
import { Check, PenLine } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { Check as Seen } from '#lib/story/checklist.ts'
import { finishReviewAction } from './actions.ts'
import { checkHint, checkQuestions } from './check-words.ts'
import { readyMessages } from './ready-messages.ts'

type Props = {
  storyId: string
  /** The author, as they are called. */
  author: string
  checks: readonly Seen[]
  /** How long the text takes, in words. */
  length: string
}

/** The end of reading over: what one looked at, a kind word, and the verdict in one tap. */
export function FinishForm({ storyId, author, checks, length }: Props) {
  const { send, words, tone, error, given, round } = useAct(finishReviewAction)
  const sayings = Object.entries(readyMessages).map(([value, label]) => ({ value, label }))
  return (
    <form
      action={send}
      className="mt-10 grid gap-6 print:hidden"
      noValidate
      key={round}
      aria-labelledby="verdict"
    >
      <h2 id="verdict">Votre avis</h2>
      <input type="hidden" name="storyId" value={storyId} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-bold">À regarder avant de dire que c’est prêt</legend>
        <p className="text-ink-2">Ce que nous avons vu est déjà coché. C’est vous qui savez.</p>
        {checks.map((check) => (
          <Checkbox
            key={check.name}
            name="checks[]"
            value={check.name}
            label={checkQuestions[check.name]}
            hint={checkHint(check, length)}
            defaultChecked={check.seen === 'fine'}
          />
        ))}
      </fieldset>
      <details className="rounded-card border-2 border-border bg-surface px-gutter py-3" open={round > 0}>
        <FoldSummary>Un petit mot pour {author}</FoldSummary>
        <div className="mt-3 grid gap-4">
          <RadioCards
            label="Des mots tout prêts"
            optional
            name="ready"
            choices={sayings}
            defaultValue={given('ready')}
          />
          <TextArea
            label="Ou avec vos mots"
            optional
            name="message"
            rows={2}
            error={error('message')}
            defaultValue={given('message')}
          />
        </div>
      </details>
      <FormMessage tone={tone}>{words}</FormMessage>
      <div className="grid gap-3">
        <SubmitButton variant="secondary" name="verdict" value="changes" icon={<PenLine />} wide>
          Je propose des changements
        </SubmitButton>
        <SubmitButton name="verdict" value="ready" icon={<Check />} wide>
          C’est prêt
        </SubmitButton>
      </div>
    </form>
  )
}
