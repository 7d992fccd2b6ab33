import type { ReactNode } from 'react'

/** What every field says. `error` is one sentence telling what to do; `optional` is written out. */
export type FieldWords = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean }

/** The look of what one types into. */
export const inputLook =
  'block w-full min-h-12 rounded-card border-2 border-border bg-surface px-4 py-2 text-ink ' +
  'placeholder:text-ink-2 aria-invalid:border-error disabled:bg-sand'

/** The attributes that tie a field to its hint and its error. */
export function tied(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const ids = [hint ? `${id}-aide` : '', error ? `${id}-erreur` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}
