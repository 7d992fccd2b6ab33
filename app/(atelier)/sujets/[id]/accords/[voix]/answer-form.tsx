'use client'
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { type Answers, spokenSentence } from '#app/_rights/consent-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { answerAction } from '#app/(atelier)/sujets/[id]/accords/actions.ts'
import { type Giver, voiceUses } from '#lib/rights/consent.ts'
import type { ProofKind } from '#lib/rights/proof.ts'
import { ProofChoice } from './proof-choice.tsx'
import { UseQuestion } from './use-question.tsx'

type Props = {
  storyId: string
  voiceId: string
  name: string
  by: Giver
  parentName: string
  /** What was answered before. */
  held: Answers
}

/** The four questions, then how they are answered: by touching, signing, on paper or aloud. */
export function AnswerForm({ storyId, voiceId, name, by, parentName, held }: Props) {
  const { send, words, tone, error, given, round } = useAct(answerAction)
  const [answers, setAnswers] = useState<Answers>(held)
  const [proof, setProof] = useState<ProofKind>('tap')
  const [file, setFile] = useState<Blob | null>(null)
  const read = ({ currentTarget }: FormEvent<HTMLFormElement>) => setAnswers(answersIn(currentTarget))
  return (
    <form
      className="grid grid-cols-1 gap-8"
      noValidate
      onChange={read}
      action={(form) => {
        if (file) form.set('file', file)
        send(form)
      }}
    >
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="voiceId" value={voiceId} />
      <input type="hidden" name="by" value={by} />
      {by === 'parent' && (
        <TextField
          key={`parent-${round}`}
          label="Nom du parent"
          name="parentName"
          defaultValue={given('parentName', parentName)}
          error={error('parentName')}
          autoComplete="off"
          required
        />
      )}
      <div className="grid grid-cols-1 gap-4" key={`questions-${round}`}>
        {voiceUses.map((use) => (
          <UseQuestion key={use} use={use} answer={answers[use]} />
        ))}
      </div>
      <ProofChoice
        kind={proof}
        choose={(kind) => {
          setProof(kind)
          setFile(null)
        }}
        sentence={spokenSentence(answers, name, by)}
        setFile={setFile}
        error={error('proof')}
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<Check />} wide>
        Garder les réponses
      </SubmitButton>
    </form>
  )
}

function answersIn(form: HTMLFormElement): Answers {
  const values = new FormData(form)
  return Object.fromEntries(
    voiceUses.flatMap((use) => (values.has(use) ? [[use, values.get(use) === 'oui']] : [])),
  )
}
