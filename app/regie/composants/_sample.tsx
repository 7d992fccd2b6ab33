import type { ReactNode } from 'react'

/** One piece under its name; the pieces stand beside each other while there is room. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-3">
      <h3 className="font-sans text-small text-ink-2">{name}</h3>
      <div className="flex min-w-0 flex-wrap items-start gap-3">{children}</div>
    </div>
  )
}
