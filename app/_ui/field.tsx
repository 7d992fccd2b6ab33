import type { ReactNode } from 'react'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import type { FieldWords } from './field-words.ts'

/** Label, hint, the field itself, then its error: the order in which they are read aloud. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <label htmlFor={id} className="font-bold">
        {label}
        {optional && <span className="font-normal text-ink-2"> (facultatif)</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}
