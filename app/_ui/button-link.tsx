import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonVariant, buttonLook } from './button-look.ts'

type Props = {
  href: string
  variant?: ButtonVariant
  icon?: ReactNode
  wide?: boolean
  /** A file to keep rather than a page to open; a text is the name to keep it under. */
  download?: boolean | string
  children: ReactNode
}

/** A link that has the weight of a button: it leads somewhere, it changes nothing, it fetches nothing ahead. */
export function ButtonLink({ href, variant = 'secondary', icon, wide, download, children }: Props) {
  const look = buttonLook(variant, wide)
  const words = (
    <>
      {icon}
      <span>{children}</span>
    </>
  )
  if (download || /^(https?|mailto|tel):/.test(href)) {
    return (
      <a href={href} className={look} download={download || undefined}>
        {words}
      </a>
    )
  }
  return (
    <Link href={href} prefetch={false} className={look}>
      {words}
    </Link>
  )
}
