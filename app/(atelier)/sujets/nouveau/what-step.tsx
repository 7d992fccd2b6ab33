import { ArrowRight } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { storyLimits } from '#lib/story/document.ts'
import type { Beginning } from './beginning.ts'
import { CarriedFields } from './carried-fields.tsx'
import { MoreAboutIt } from './more-about-it.tsx'
import { SpeakOrWrite } from './speak-or-write.tsx'
import { StepBar } from './step-bar.tsx'
import { StepForm } from './step-form.tsx'

type Props = {
  memberId: string
  beginning: Beginning
  people: readonly { id: string; name: string }[]
  /** The question was left without an answer. */
  isMissing: boolean
}

/** The first question: of what. A few words, spoken or written, are enough. */
export function WhatStep({ memberId, beginning, people, isMissing }: Props) {
  const { storyId, isSpoken, title } = beginning
  return (
    <>
      <PageHeader
        title="De quoi voulez-vous parler ?"
        back={{ href: '/sujets', label: 'Sujets' }}
        standfirst="Question 1 sur 3. La première idée peut être petite."
      />
      <StepForm memberId={memberId}>
        <CarriedFields beginning={beginning} asks={['titre', 'angle', 'pour', 'proposer']} />
        <input type="hidden" name="etape" value="2" />
        <SpeakOrWrite {...{ memberId, storyId, isSpoken }} field="titre" takeName="Mon idée" />
        <TextField
          label="Votre idée en quelques mots"
          hint="Par exemple : les citrons de la conserverie."
          name="titre"
          defaultValue={title}
          maxLength={storyLimits.title}
          autoComplete="off"
          error={isMissing ? 'Écrivez quelques mots, ou touchez « Parler ».' : undefined}
        />
        <MoreAboutIt {...{ memberId, beginning, people }} />
        <StepBar>
          <Button variant="primary" type="submit" icon={<ArrowRight />} wide>
            Continuer
          </Button>
        </StepBar>
      </StepForm>
    </>
  )
}
