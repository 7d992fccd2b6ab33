import Link from 'next/link'
import type { ReactNode } from 'react'

type Line = { id: string; href: string; title: string; aside: ReactNode }

/** A short list of the first page: each line leads somewhere, and says beside it how things stand. */
export function HomeList({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <li
            key={line.id}
            className="flex flex-wrap items-center gap-x-3 rounded-card border-2 border-border bg-surface p-3"
          >
            <Link href={line.href} prefetch={false} className="inline-flex min-h-12 items-center font-bold">
              {line.title}
            </Link>
            {line.aside}
          </li>
        ))}
      </ul>
    </section>
  )
}
