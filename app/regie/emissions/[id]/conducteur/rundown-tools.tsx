'use client'
import { CircleAlert, Ellipsis, Keyboard, Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { buttonLook } from '#app/_ui/button-look.ts'
import type { RundownDesk } from './rundown-desk.ts'

type Props = {
  desk: RundownDesk
  mayEdit: boolean
  onlyLacking: boolean
  onFilter: () => void
  onKeys: () => void
  /** The dialogs of the rundown: bin, history, columns. */
  children: ReactNode
}

/** The less frequent gestures, above the lines; where they would take a second row, the rarest are behind one more button. */
export function RundownTools({ desk, mayEdit, onlyLacking, onFilter, onKeys, children }: Props) {
  const [isMore, setMore] = useState(false)
  return (
    <section aria-label="Outils du conducteur" className="@container">
      <div className="flex flex-wrap gap-2 print:hidden">
        {mayEdit && (
          <>
            <Button icon={<Undo2 />} onClick={() => desk.revisit('undo')}>
              Annuler
            </Button>
            <Button icon={<Redo2 />} onClick={() => desk.revisit('redo')}>
              Refaire
            </Button>
          </>
        )}
        <button
          type="button"
          aria-pressed={onlyLacking}
          onClick={onFilter}
          className={`${buttonLook('secondary')} aria-pressed:bg-warn-soft aria-pressed:text-warn`}
        >
          <CircleAlert />
          {onlyLacking ? 'Montrer tout' : 'Ce qui manque'}
        </button>
        <button
          type="button"
          aria-expanded={isMore}
          onClick={() => setMore(!isMore)}
          className={`${buttonLook('secondary')} @min-[70rem]:hidden`}
        >
          <Ellipsis />
          Autres outils
        </button>
        <div className={`${isMore ? 'contents' : 'hidden'} @min-[70rem]:contents`}>
          {children}
          <Button icon={<Keyboard />} onClick={onKeys} aria-haspopup="dialog">
            Clavier ?
          </Button>
        </div>
      </div>
    </section>
  )
}
