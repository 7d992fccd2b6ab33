'use client'
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { lineLimits } from '#lib/rundown/patch.ts'
import type { NewLine } from '#lib/rundown/rundown.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import type { Choices } from './choices.ts'
import { HourFields } from './hour-fields.tsx'
import { goesToWords, joins, joinWords, kinds, kindWords } from './kind-words.tsx'
import { readLineForm } from './line-fields.ts'
import type { ShownLine } from './timed-line.ts'

type Option = { value: string; label: string }
type Props = {
  line?: ShownLine | undefined
  choices: Choices
  /** Names of the show's own columns. */
  own: readonly string[]
  /** All of a new line; of an open one what was changed, nothing when nothing was. */
  onKeep: (fields: NewLine) => void
}

/** Everything that one line says. What cannot be understood keeps the form open, with what was typed. */
export function LineForm({ line, choices, own, onKeep }: Props) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readLineForm(new FormData(event.currentTarget), line ?? null, own)
    if ('errors' in read) setErrors(read.errors)
    else onKeep(read.fields)
  }
  const field = (name: string, kept: string | null | undefined) => ({
    name,
    defaultValue: kept ?? '',
    error: errors[name],
  })
  return (
    <form onSubmit={keep} className="grid gap-5" noValidate>
      <SelectField
        label="C’est quoi"
        options={kinds.map((value) => ({ value, label: kindWords[value].label }))}
        {...field('kind', line?.kind ?? 'voice')}
      />
      <TextField label="Titre" maxLength={lineLimits.title} {...field('title', line?.title)} />
      <DurationField
        label="Durée prévue"
        hint="Par exemple 1:30, ou 45 s. Vide : celle du son ou du texte."
        {...field('planned', line ? formatDuration(line.plannedMs) : '')}
      />
      <SelectField
        label="Texte"
        placeholder="Aucun"
        options={withKept(choices.stories.map(optionOf), line?.storyId, line?.story?.title)}
        {...field('storyId', line?.storyId)}
      />
      <SelectField
        label="Son"
        placeholder="Aucun"
        options={withKept(choices.clips.map(optionOf), line?.clipId, line?.clip?.title)}
        {...field('clipId', line?.clipId)}
      />
      <TextField label="Qui" optional maxLength={lineLimits.who} {...field('who', line?.who)} />
      <TextArea
        label="Notes"
        optional
        rows={3}
        maxLength={lineLimits.notes}
        hint="Ce qui suit « À lire : » se lit au prompteur."
        {...field('notes', line?.notes)}
      />
      {own.map((name, index) => (
        <TextField
          key={name}
          label={name}
          optional
          maxLength={lineLimits.extra}
          {...field(`extra.${index}`, line?.extra[name])}
        />
      ))}
      <SoundFields line={line} choices={choices} field={field} />
      <HourFields line={line} field={field} />
      <Button type="submit" variant="primary" icon={<Check />}>
        {line ? 'Garder la ligne' : 'Ajouter la ligne'}
      </Button>
    </form>
  )
}

export type FieldOf = (
  name: string,
  kept: string | null | undefined,
) => { name: string; defaultValue: string; error: string | undefined }

/** How the line is heard: where, over what, and how it meets the next. */
function SoundFields({
  line,
  choices: { beds },
  field,
}: Pick<Props, 'line' | 'choices'> & { field: FieldOf }) {
  return (
    <>
      <SelectField
        label="Où passe-t-elle ?"
        options={Object.entries(goesToWords).map(([value, label]) => ({ value, label }))}
        {...field('goesTo', line?.goesTo ?? 'both')}
      />
      <SelectField
        label="Tapis dessous"
        hint={
          beds.length > 0
            ? 'Une musique douce, qui s’efface quand on parle.'
            : 'Aucun tapis pour le moment : dans Sons, dites d’un son que c’est un tapis.'
        }
        placeholder="Aucun"
        options={withKept(beds.map(optionOf), line?.bedId, undefined)}
        {...field('bedId', line?.bedId)}
      />
      <SelectField
        label="Enchaînement avec la suite"
        options={joinChoices(line?.joinMs)}
        {...field('joinMs', String(line?.joinMs ?? 0))}
      />
    </>
  )
}

const optionOf = ({ id, title }: { id: string; title: string }): Option => ({ value: id, label: title })

/** What the line has already stays a choice, though it lies in the bin or far down the library: saving must not drop it. */
function withKept(options: readonly Option[], id: string | null | undefined, title: string | undefined) {
  if (!id || options.some(({ value }) => value === id)) return options
  return [{ value: id, label: title ?? 'Dans la corbeille' }, ...options]
}

function joinChoices(kept: number | undefined) {
  const all = kept === undefined || joins.some((ms) => ms === kept) ? joins : [...joins, kept]
  return all.map((ms) => ({ value: String(ms), label: joinWords(ms) }))
}
