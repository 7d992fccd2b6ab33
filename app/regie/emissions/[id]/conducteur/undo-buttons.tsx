import { Redo2, Undo2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import type { RundownDesk } from './rundown-desk.ts'

/** One's own last operation, back and forth. */
export function UndoButtons({ desk }: { desk: RundownDesk }) {
  return (
    <>
      <Button icon={<Undo2 />} onClick={() => desk.revisit('undo')}>
        Annuler
      </Button>
      <Button icon={<Redo2 />} onClick={() => desk.revisit('redo')}>
        Refaire
      </Button>
    </>
  )
}
