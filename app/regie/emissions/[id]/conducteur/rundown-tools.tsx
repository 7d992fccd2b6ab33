'use client'
import { CircleAlert, Ellipsis, Keyboard } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { buttonLook } from '#app/_ui/button-look.ts'
import type { RundownDesk } from './rundown-desk.ts'
import { UndoButtons } from './undo-buttons.tsx'

type Props = {
  /** Null for whoever only reads. */
  desk: RundownDesk | null
  /** How many lines lack something. */
  lacking: number
  onlyLacking: boolean
  onFilter: () => void
  onKeys: () => void
  /** The dialogs of the rundown: bin, history, columns. */
  children: ReactNode
}

/** The less frequent gestures, above the lines; the rarest of them behind one more button. */
export function RundownTools({ desk, lacking, onlyLacking, onFilter, onKeys, children }: Props) {
  const [isMore, setMore] = useState(false)
  return (
    <section aria-label="Outils du conducteur" className="flex flex-wrap gap-2 print:hidden">
      {desk && (
        <div className="contents @min-[56rem]:hidden">
          <UndoButtons desk={desk} />
        </div>
      )}
      <button
        type="button"
        aria-pressed={onlyLacking}
        onClick={onFilter}
        className={`${buttonLook('secondary')} aria-pressed:bg-warn-soft aria-pressed:text-warn`}
      >
        <CircleAlert />
        {onlyLacking ? 'Montrer tout' : `Ce qui manque${lacking > 0 ? ` (${lacking})` : ''}`}
      </button>
      <button
        type="button"
        aria-expanded={isMore}
        onClick={() => setMore(!isMore)}
        className={buttonLook('secondary')}
      >
        <Ellipsis />
        Autres outils
      </button>
      <div className={isMore ? 'contents' : 'hidden'}>
        {children}
        <Button icon={<Keyboard />} onClick={onKeys} aria-haspopup="dialog">
          Clavier ?
        </Button>
      </div>
    </section>
  )
}
