import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** Where one comes from, by name: "Mes sujets". */
  back?: { href: string; label: string }
  /** One or two sentences: what this page is for. */
  standfirst?: ReactNode
  /** What it is a page of, above the title. */
  facts?: ReactNode
  /** State and small facts beside the title. */
  aside?: ReactNode
  actions?: ReactNode
}

/** The top of a page: the way back, its only h1, what it is for. */
export function PageHeader({ title, back, standfirst, facts, aside, actions }: Props) {
  return (
    <header className="grid grid-cols-1 gap-3 pb-6 pt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 empty:hidden">
        {back && (
          <Link
            href={back.href}
            prefetch={false}
            className="-ml-2 inline-flex min-h-12 items-center gap-2 px-2 print:hidden"
          >
            <ArrowLeft />
            {back.label}
          </Link>
        )}
        {facts}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0">{unbroken(title)}</h1>
        {aside}
      </div>
      {standfirst && <p className="text-lead text-ink-2">{standfirst}</p>}
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}

/** A title breaks between words, never within « voulez-vous »; in very large text it still may. */
function unbroken(title: string): ReactNode {
  return title.split(/(\p{L}+-vous)/u).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="inline-block">
        {part}
      </span>
    ),
  )
}
