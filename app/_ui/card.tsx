import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  /** The level of the title in the page's outline. */
  level?: 2 | 3
  /** Beside the title: a badge, a length. */
  aside?: ReactNode
  /** Under the text, the main one last. */
  actions?: ReactNode
  children?: ReactNode
}

/** One thing and what can be done with it. */
export function Card({ title, level = 2, aside, actions, children }: Props) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section className="grid grid-cols-1 content-start gap-3 rounded-card border-2 border-border bg-surface p-gutter break-inside-avoid">
      {(title || aside) && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          {title && <Title className="min-w-0">{title}</Title>}
          {aside}
        </div>
      )}
      {children}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </section>
  )
}
