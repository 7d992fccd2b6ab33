'use client'
import { type ComponentProps, useId, useState } from 'react'
import { parseDuration } from '#lib/time/duration.ts'
import { exactDurationWords } from './duration-words.ts'
import { Field } from './field.tsx'
import { type FieldWords, inputLook, tied } from './field-words.ts'

type Props = FieldWords &
  Omit<ComponentProps<'input'>, 'className' | 'id' | 'children' | 'onChange'> & {
    name: string
    defaultValue?: string
  }

/** A length typed as people type it. Says at once what it understood; the server reads the same text again. */
export function DurationField({ label, hint, error, optional, defaultValue = '', ...input }: Props) {
  const id = useId()
  const [typed, setTyped] = useState(defaultValue)
  const understood = parseDuration(typed)
  return (
    <Field id={id} label={label} hint={hint ?? 'Par exemple 5:30, ou 45 s'} error={error} optional={optional}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <input
          {...input}
          {...tied(id, { hint: true, error })}
          defaultValue={defaultValue}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          className={`${inputLook} tabular max-w-40`}
        />
        <output htmlFor={id} className="text-small text-ink-2">
          {understood !== null && `soit ${exactDurationWords(understood)}`}
          {understood === null && typed.trim() !== '' && 'Pas encore compris'}
        </output>
      </div>
    </Field>
  )
}
