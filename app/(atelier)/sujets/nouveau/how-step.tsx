import { ArrowRight } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { type Beginning, stepHref } from './beginning.ts'
import { CarriedFields } from './carried-fields.tsx'
import { FormCards } from './form-cards.tsx'
import { SpeakOrWrite } from './speak-or-write.tsx'
import { StepBar } from './step-bar.tsx'
import { StepForm } from './step-form.tsx'

/** The second question: the form of the story. Nobody has to know yet. */
export function HowStep({ memberId, beginning }: { memberId: string; beginning: Beginning }) {
  const { storyId, isSpoken } = beginning
  return (
    <>
      <PageHeader
        title="Comment voulez-vous le raconter ?"
        back={{ href: stepHref(beginning, 1), label: 'Question 1' }}
        standfirst="Question 2 sur 3. Vous pourrez changer d’avis."
      />
      <StepForm memberId={memberId}>
        <CarriedFields beginning={beginning} asks={['forme']} />
        <input type="hidden" name="etape" value="3" />
        <SpeakOrWrite
          {...{ memberId, storyId, isSpoken }}
          field="forme"
          write="Choisir"
          takeName="Comment le raconter"
        />
        <FormCards beginning={beginning} />
        <StepBar>
          <Button variant="primary" type="submit" icon={<ArrowRight />} wide>
            Continuer
          </Button>
        </StepBar>
      </StepForm>
    </>
  )
}
