'use client'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { RundownDesk } from './rundown-desk.ts'
import { SelectionBar } from './selection-bar.tsx'

type Props = {
  /** Null for whoever only reads. */
  desk: RundownDesk | null
  count: number
  episodeId: string
  onAdd: () => void
  /** Where one's changes are: in sight however far down a long rundown one is. */
  status: ReactNode
}

/** Under the thumb: adding a line or, while some are chosen, what may be done to them. */
export function AddBar({ desk, count, episodeId, onAdd, status }: Props) {
  return (
    <div className="sticky bottom-(--nav-height,0px) z-10 -mx-1 grid gap-x-4 gap-y-1 bg-paper px-1 py-2 lg:flex lg:flex-wrap lg:items-center lg:justify-between print:hidden">
      {status}
      {desk && count > 0 && <SelectionBar desk={desk} count={count} episodeId={episodeId} />}
      {desk && count === 0 && (
        <div className="lg:ms-auto lg:min-w-80">
          <Button variant="primary" wide icon={<Plus />} onClick={onAdd} aria-haspopup="dialog">
            Ajouter une ligne
          </Button>
        </div>
      )}
    </div>
  )
}
