import type { ReactNode } from 'react'

/** A chapter of the gallery, reachable by its address. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-titre`}
      className="grid grid-cols-1 gap-6 border-t-2 border-border pt-6"
    >
      <h2 id={`${id}-titre`}>{title}</h2>
      {children}
    </section>
  )
}
