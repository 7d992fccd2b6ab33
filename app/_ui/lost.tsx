import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

type Props = {
  /** What one may have been looking for. */
  hint: string
  /** A form to look for it. */
  search?: ReactNode
  /** Links to where it may be. */
  children: ReactNode
}

/** Nothing at this address, said inside whichever frame the page has. */
export function Lost({ hint, search, children }: Props) {
  return (
    <div className="grid grid-cols-1 justify-items-start gap-6 py-8">
      <Mark size={120} />
      <h1>Le fil s’arrête ici</h1>
      <p className="text-lead">
        Cette page n’existe pas, n’est plus en ligne, ou n’est pas ouverte pour vous.
      </p>
      <p>{hint}</p>
      {search && <div className="w-full">{search}</div>}
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
