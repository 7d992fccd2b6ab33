import { ALargeSmall } from 'lucide-react'
import Link from 'next/link'
import { Mark } from './mark.tsx'

/** A line of a menu. `current` marks the page one is on. */
export type NavLink = { href: string; label: string; current?: boolean }

type Props = {
  showName: string
  links: readonly NavLink[]
  /** The page of comfort settings. */
  comfortHref?: string
}

/**
 * The top of the public pages: the show, a few places to go, the comfort settings. No menu to open. Nothing is
 * fetched ahead: a prepaid phone pays for it.
 */
export function SiteHeader({ showName, links, comfortHref = '/confort' }: Props) {
  return (
    <header className="border-b-2 border-border bg-surface print:border-0">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-1 py-2">
        <Link
          href="/"
          prefetch={false}
          className="inline-flex min-h-14 min-w-0 items-center gap-3 text-ink no-underline"
        >
          <Mark size={44} />
          <span className="min-w-0 font-title text-heading leading-tight">{showName}</span>
        </Link>
        <nav aria-label="Menu principal" className="min-w-0">
          <ul className="-mx-1.5 flex flex-wrap gap-x-1 sm:-mx-2">
            {links.map((link) => (
              <li key={link.href}>
                <HeaderLink {...link} />
              </li>
            ))}
            <li>
              <Link href={comfortHref} prefetch={false} className={linkLook}>
                <ALargeSmall className="hidden sm:block" />
                Mieux lire
              </Link>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

// Small on a phone, so that the menu is one line there and the show begins higher.
const linkLook =
  'inline-flex min-h-12 items-center gap-2 rounded-tag px-1.5 text-small text-ink no-underline hover:underline sm:px-2 sm:text-body ' +
  'aria-[current=page]:font-bold aria-[current=page]:underline aria-[current=page]:decoration-brick aria-[current=page]:decoration-4'

function HeaderLink({ href, label, current }: NavLink) {
  return (
    <Link href={href} prefetch={false} aria-current={current ? 'page' : undefined} className={linkLook}>
      {label}
    </Link>
  )
}
