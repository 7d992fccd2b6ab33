import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SkipLink } from '#app/_ui/skip-link.tsx'

type Props = {
  title: string
  /** Where one comes from; a screen that anybody follows has none. */
  back?: { href: string; label: string }
  /** Beside the title. */
  aside?: ReactNode
  children: ReactNode
}

/** The frame of a screen of the studio: a name and a way back, all the rest for the show. */
export function StudioFrame({ title, back, aside, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex flex-wrap items-center justify-between gap-x-4 border-b-2 border-border bg-surface px-gutter py-1">
        {back && (
          <Link href={back.href} prefetch={false} className="inline-flex min-h-12 items-center gap-2">
            <ArrowLeft />
            {back.label}
          </Link>
        )}
        <h1 className="order-last min-w-0 grow basis-full py-1 text-lead sm:order-none sm:basis-auto sm:py-2">
          {title}
        </h1>
        {aside}
      </header>
      <main id="contenu" tabIndex={-1} className="flex grow flex-col px-gutter pt-3">
        {children}
      </main>
    </div>
  )
}
