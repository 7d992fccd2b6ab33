import type { ReactNode } from 'react'

/** Where a question's main action stays in reach, above the menu of a phone, however long the question is. */
export function StepBar({ children }: { children: ReactNode }) {
  return <div className="sticky bottom-(--nav-height,0px) -mx-1 bg-paper px-1 py-2">{children}</div>
}
