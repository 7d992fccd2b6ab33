'use client'
import { Menu } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A place of the workspace: always an icon and a word. */
export type NavItem = {
  href: string
  label: string
  icon: ReactNode
  /** Other places lie under its address: it is current only when it is the page itself. */
  exact?: boolean
}

type Props = {
  label: string
  /** At most four; with `more`, at most three. */
  items: readonly NavItem[]
  /** The rest: behind "Plus" on a phone, in the column on a larger screen. */
  more?: readonly NavItem[]
}

/** Under the thumb on a phone, a column on a larger screen. Works without script but for the current place. */
export function WorkspaceNav({ label, items, more = [] }: Props) {
  return (
    <nav aria-label={label} className="workspace-nav">
      <ul className="workspace-nav-items">
        {items.map((item) => (
          <Place key={item.href} {...item} />
        ))}
        {more.length > 0 && (
          <>
            <li className="workspace-nav-fold">
              <details>
                <summary>
                  <Menu />
                  <span>Plus</span>
                </summary>
                <ul>
                  {more.map((item) => (
                    <Place key={item.href} {...item} />
                  ))}
                </ul>
              </details>
            </li>
            {more.map((item) => (
              <Place key={item.href} {...item} unfolded />
            ))}
          </>
        )}
      </ul>
    </nav>
  )
}

function Place({ href, label, icon, exact, unfolded }: NavItem & { unfolded?: boolean }) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <li className={unfolded ? 'workspace-nav-unfolded' : undefined}>
      <Link href={href} className="quiet-edge" aria-current={here ? 'page' : undefined}>
        {icon}
        <span>{label}</span>
      </Link>
    </li>
  )
}
