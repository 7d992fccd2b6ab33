import type { ReactNode } from 'react'

/** The sentence that helps to answer. */
export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null
  return (
    <p id={`${id}-aide`} className="text-small text-ink-2">
      {hint}
    </p>
  )
}
