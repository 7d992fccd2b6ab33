import { type ComponentProps, useId } from 'react'
import { Field } from './field.tsx'
import { type FieldWords, inputLook, tied } from './field-words.ts'

type Props = FieldWords & Omit<ComponentProps<'input'>, 'className' | 'id' | 'children'> & { name: string }

/** One line to type. Give `autoComplete` and `inputMode` so that phones help. */
export function TextField({ label, hint, error, optional, ...input }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input {...input} {...tied(id, { hint, error })} className={inputLook} />
    </Field>
  )
}
