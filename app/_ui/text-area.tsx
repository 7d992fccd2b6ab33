import { type ComponentProps, useId } from 'react'
import { Field } from './field.tsx'
import { type FieldWords, inputLook, tied } from './field-words.ts'

type Props = FieldWords & Omit<ComponentProps<'textarea'>, 'className' | 'id' | 'children'> & { name: string }

/** Several lines to type. It grows with the text where the browser knows how. */
export function TextArea({ label, hint, error, optional, rows = 4, ...input }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...input}
        rows={rows}
        {...tied(id, { hint, error })}
        className={`${inputLook} field-sizing-content`}
      />
    </Field>
  )
}
