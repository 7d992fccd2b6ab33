import { type ComponentProps, useId } from 'react'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import { type FieldWords, tied } from './field-words.ts'

type Props = Omit<FieldWords, 'optional'> &
  Omit<ComponentProps<'input'>, 'className' | 'id' | 'type' | 'children'> & { name: string }

/** A yes that one ticks. The whole line answers to the finger. */
export function Checkbox({ label, hint, error, ...input }: Props) {
  const id = useId()
  return (
    <div className="grid grid-cols-1 gap-1">
      <label className="flex min-h-12 items-center gap-3">
        <input
          {...input}
          type="checkbox"
          {...tied(id, { hint, error })}
          className="size-7 flex-none accent-brick"
        />
        <span>{label}</span>
      </label>
      <div className="pl-10 empty:hidden">
        <FieldHint id={id} hint={hint} />
        <FieldError id={id} error={error} />
      </div>
    </div>
  )
}
