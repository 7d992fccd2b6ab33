import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

/** Nothing here yet: one warm sentence, a question that gives ideas, one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <section className="grid grid-cols-1 justify-items-start gap-4 rounded-card border-2 border-dashed border-border p-gutter">
      <Mark size={56} />
      <h2>{title}</h2>
      {children && <div className="text-ink-2">{children}</div>}
      {action}
    </section>
  )
}
