import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { Field } from './field.tsx'
import { type FieldWords, inputLook, tied } from './field-words.ts'

type Props = FieldWords &
  Omit<ComponentProps<'select'>, 'className' | 'id' | 'children'> & {
    name: string
    options: readonly { value: string; label: string }[]
    /** The first, empty choice: "Choisir une maison". */
    placeholder?: string
  }

/** One choice among more than five; for fewer, radio cards are quicker to read. */
export function SelectField({ label, hint, error, optional, options, placeholder, ...select }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="relative">
        <select {...select} {...tied(id, { hint, error })} className={`${inputLook} appearance-none pr-12`}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute right-4 top-1/2 -translate-y-1/2" />
      </div>
    </Field>
  )
}
