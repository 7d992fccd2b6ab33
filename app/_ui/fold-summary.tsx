import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The line of a `details` that opens it: a sign that turns, then words that may take several lines. */
export function FoldSummary({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <summary className="fold-summary">
      <ChevronRight />
      {icon}
      <span className="min-w-0">{children}</span>
    </summary>
  )
}
