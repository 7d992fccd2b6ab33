import type { ReactNode } from 'react'
import type { Cell } from './cell-text.ts'

/** A cell of a line; `cell` names what can be written in it. The line has the focus, not its cells. */
export function GridCell({ at, cell, children }: { at: string; cell?: Cell; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card on a phone has no table cells
    // biome-ignore lint/a11y/useFocusableInteractive: arrows lead from line to line
    <div role="gridcell" data-cell={cell} className={at}>
      {children}
    </div>
  )
}
