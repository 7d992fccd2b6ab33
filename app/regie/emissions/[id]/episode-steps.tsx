'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Step = { href: string; label: string; icon: ReactNode }

/** The episode's pages in the order of the work. */
export function EpisodeSteps({ steps }: { steps: readonly Step[] }) {
  const path = usePathname()
  return (
    <nav aria-label="Étapes du numéro" className="mb-6 border-b-2 border-border">
      <ul className="flex flex-wrap xl:gap-x-1">
        {steps.map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="inline-flex min-h-12 items-center gap-2 border-b-4 border-transparent px-[min(0.5rem,2vw)] xl:px-3 text-ink no-underline hover:bg-sand aria-[current=page]:border-brick aria-[current=page]:font-bold"
            >
              {icon}
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
