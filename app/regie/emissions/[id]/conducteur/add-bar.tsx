'use client'
import { Plus } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import type { RundownDesk } from './rundown-desk.ts'
import { SelectionBar } from './selection-bar.tsx'

type Props = { desk: RundownDesk; count: number; episodeId: string; onAdd: () => void }

/** Under the thumb: adding a line or, while some are chosen, what may be done to them. */
export function AddBar({ desk, count, episodeId, onAdd }: Props) {
  return (
    <div className="sticky bottom-(--nav-height,0px) z-10 -mx-1 bg-paper px-1 py-2 print:hidden">
      {count > 0 ? (
        <SelectionBar desk={desk} count={count} episodeId={episodeId} />
      ) : (
        <Button variant="primary" wide icon={<Plus />} onClick={onAdd} aria-haspopup="dialog">
          Ajouter une ligne
        </Button>
      )}
    </div>
  )
}
