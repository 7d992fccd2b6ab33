'use client'
import { NotebookPen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { createStoryAction } from '#app/(atelier)/sujets/actions.ts'
import type { Beginning } from './beginning.ts'
import { keepBeginning, readKeptBeginning } from './kept-beginning.ts'
import { SpeakOrWrite } from './speak-or-write.tsx'
import { StepBar } from './step-bar.tsx'

type Props = {
  memberId: string
  beginning: Beginning
  hint: string
  /** What the main button says. */
  open: string
}

/** The last form of a beginning: it opens the story. The words are kept on the device as they are typed. */
export function OpenStory({ memberId, beginning, hint, open }: Props) {
  const { send, words, tone, error, given, round } = useAct(createStoryAction)
  const { storyId, isSpoken } = beginning
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.elements.namedItem('words')
    const kept = readKeptBeginning(memberId)
    if (field instanceof HTMLTextAreaElement && field.value === '' && kept?.storyId === storyId)
      field.value = kept.words
  }, [memberId, storyId])
  const submit = () => {
    if (form.current?.elements.namedItem('parle')) void import('./release-takes.ts').then(release)
  }
  const release = ({ releaseTakes }: typeof import('./release-takes.ts')) => releaseTakes(memberId, storyId)
  return (
    <form
      ref={form}
      key={round}
      action={send}
      onSubmit={submit}
      onInput={(event) => keepBeginning(memberId, event.currentTarget)}
      className="grid max-w-2xl grid-cols-1 gap-6"
      noValidate
    >
      {Object.entries(sentFields(beginning)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SpeakOrWrite {...{ memberId, storyId, isSpoken }} field="words" takeName="Mes premiers mots" />
      <TextArea
        label="Vos premiers mots"
        hint={hint}
        name="words"
        rows={6}
        defaultValue={given('words')}
        error={error('words')}
        optional
      />
      <FormMessage tone={tone}>{error('title') ?? words}</FormMessage>
      <StepBar>
        <SubmitButton icon={<NotebookPen />} wide>
          {open}
        </SubmitButton>
      </StepBar>
    </form>
  )
}

function sentFields({ storyId, title, angle, form, authorId, isProposal }: Beginning) {
  return { storyId, title, angle, form: form ?? '', authorId, isProposal: isProposal ? 'oui' : '' }
}
