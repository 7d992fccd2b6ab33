import Link from 'next/link'
import type { ReactNode } from 'react'
import type { NavLink } from './site-header.tsx'
import { ThreadLine } from './thread-line.tsx'

type Props = {
  showName: string
  /** Who makes the show, in the order of the settings. */
  houses?: readonly string[]
  links: readonly NavLink[]
  /** Frequency and hour, or the publisher: what the settings hold. */
  children?: ReactNode
}

/** The bottom of the public pages: who speaks, and the pages the law asks for. */
export function SiteFooter({ showName, houses = [], links, children }: Props) {
  return (
    <footer className="mt-16 border-t-2 border-border bg-sand print:hidden">
      <div className="page grid grid-cols-1 gap-6 py-8">
        <div>
          <p className="font-title text-lead">{showName}</p>
          <ThreadLine />
        </div>
        {children}
        {houses.length > 0 && (
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {houses.map((house) => (
              <li key={house}>{house}</li>
            ))}
          </ul>
        )}
        <nav aria-label="Informations">
          <ul className="flex flex-wrap gap-x-6">
            {links.map((link) => (
              <li key={link.href}>
                <Link href={link.href} prefetch={false} className="inline-flex min-h-12 items-center">
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
