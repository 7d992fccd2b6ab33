import { CircleCheck, EllipsisVertical, GripVertical } from 'lucide-react'
import { GridCell } from './grid-cell.tsx'

/** Buttons of a line; `tab` is −1 on all lines but the one that Tab reaches. */
type Props = { tab: 0 | -1 }

export function LineHandle({ tab, title }: Props & { title: string }) {
  return (
    <GridCell at="rundown-handle print:hidden">
      <button type="button" data-act="drag" tabIndex={tab} aria-label={`Déplacer ${title || 'la ligne'}`}>
        <GripVertical />
      </button>
    </GridCell>
  )
}

/** The line's number: pressed, the line is chosen. */
export function LinePick({ tab, number, isSelected }: Props & { number: number; isSelected: boolean }) {
  return (
    <GridCell at="rundown-number">
      <button
        type="button"
        data-act="pick"
        tabIndex={tab}
        aria-pressed={isSelected}
        aria-label={`Choisir la ligne ${number}`}
      >
        {isSelected ? <CircleCheck /> : number}
      </button>
    </GridCell>
  )
}

export function LineMore({ tab }: Props) {
  return (
    <GridCell at="rundown-menu print:hidden">
      <button type="button" data-act="menu" tabIndex={tab} aria-haspopup="menu">
        <EllipsisVertical />
        <span className="rundown-menu-word">Changer</span>
      </button>
    </GridCell>
  )
}
