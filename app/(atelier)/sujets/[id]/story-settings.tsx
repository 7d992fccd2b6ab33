'use client'
import { SlidersHorizontal } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { type StoryChoices, StoryFields } from '#app/_story/story-fields.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { editStoryAction } from '#app/(atelier)/sujets/actions.ts'
import { BinButton } from './bin-button.tsx'

type Props = {
  story: {
    id: string
    title: string
    rubricId: string
    angle: string
    form: string
    themeIds: readonly string[]
    peopleIds: readonly string[]
    isBinned: boolean
  }
  choices: StoryChoices
  people: readonly { id: string; name: string }[]
}

/** What stands around the text, folded away: title, rubric, themes, with whom it is shared, the bin. */
export function StorySettings({ story, choices, people }: Props) {
  const { send, words, tone, error, given, round } = useAct(editStoryAction)
  return (
    <details className="rounded-card border-2 border-border bg-surface px-gutter py-3" open={round > 0}>
      <FoldSummary icon={<SlidersHorizontal />}>Titre, forme, rubrique, partage</FoldSummary>
      <form action={send} className="mt-4 grid grid-cols-1 gap-6" noValidate key={round}>
        <input type="hidden" name="storyId" value={story.id} />
        <StoryFields
          choices={choices}
          title={given('title', story.title)}
          rubricId={given('rubricId', story.rubricId)}
          themeIds={story.themeIds}
          angle={given('angle', story.angle)}
          form={given('form', story.form)}
          error={error}
        />
        <fieldset>
          <legend className="mb-1 font-bold">Qui écrit avec vous ?</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))]">
            {people.map((person) => (
              <Checkbox
                key={person.id}
                label={person.name}
                name="peopleIds[]"
                value={person.id}
                defaultChecked={story.peopleIds.includes(person.id)}
              />
            ))}
          </div>
        </fieldset>
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary">Garder ces réglages</SubmitButton>
      </form>
      {!story.isBinned && <BinButton storyId={story.id} />}
    </details>
  )
}
