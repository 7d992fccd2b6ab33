import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  /** What happened, in one sentence. */
  title: string
  /** What is not lost. Said before anything else. */
  safe: ReactNode
  /** What to do now: a button, a link, or a sentence. */
  children?: ReactNode
}

/** Something failed. What is safe comes first; no code, no red wall. */
export function ErrorNote({ title, safe, children }: Props) {
  return (
    <section
      role="alert"
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-warn bg-warn-soft p-gutter text-ink"
    >
      <h2 className="flex items-start gap-3 text-lead">
        <TriangleAlert className="mt-0.5 text-warn" />
        <span className="min-w-0">{title}</span>
      </h2>
      <p className="flex items-start gap-3">
        <CircleCheck className="mt-1 text-ok" />
        <span className="min-w-0">{safe}</span>
      </p>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </section>
  )
}
