import { Checkbox } from '#app/_ui/checkbox.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { longestAngle, storyForms } from '#lib/story/form.ts'
import { formWords } from './form-words.tsx'

type Named = { id: string; name: string }
export type StoryChoices = { rubrics: readonly Named[]; themes: readonly Named[] }
type Props = {
  choices: StoryChoices
  title: string
  rubricId: string
  themeIds: readonly string[]
  angle: string
  form: string
  error: (name: string) => string | undefined
}

/** What stands around a text: its title, its angle and form, one rubric, up to three themes. */
export function StoryFields({ choices, title, rubricId, themeIds, angle, form, error }: Props) {
  const none = { value: '', label: 'Aucune pour l’instant' }
  return (
    <>
      <TextField
        label="Titre"
        hint="Quelques mots suffisent. Vous pourrez changer."
        name="title"
        defaultValue={title}
        error={error('title')}
        required
        autoComplete="off"
      />
      <TextField
        label="La question à laquelle vous répondez"
        hint="Une seule. On l’appelle l’angle."
        name="angle"
        defaultValue={angle}
        maxLength={longestAngle}
        error={error('angle')}
        optional
        autoComplete="off"
      />
      <SelectField
        label="Forme du sujet"
        hint="Changer de forme ne change rien à ce qui est écrit."
        name="form"
        defaultValue={form}
        placeholder="On ne sait pas encore"
        options={storyForms.map((one) => ({ value: one, label: formWords[one].label }))}
        error={error('form')}
      />
      {choices.rubrics.length > 0 && (
        <RadioCards
          label="Rubrique"
          name="rubricId"
          choices={[...choices.rubrics.map(({ id, name }) => ({ value: id, label: name })), none]}
          defaultValue={rubricId}
          error={error('rubricId')}
        />
      )}
      {choices.themes.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-bold">
            Thèmes<span className="font-normal text-ink-2"> (trois au plus, facultatif)</span>
          </legend>
          {choices.themes.map((theme) => (
            <Checkbox
              key={theme.id}
              label={theme.name}
              name="themeIds[]"
              value={theme.id}
              defaultChecked={themeIds.includes(theme.id)}
            />
          ))}
          {error('themeIds') && <p className="text-error">{error('themeIds')}</p>}
        </fieldset>
      )}
    </>
  )
}
