'use client'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import type { Milliseconds } from '#lib/time/duration.ts'
import type { RundownDesk } from './rundown-desk.ts'
import { SelectionBar } from './selection-bar.tsx'
import { UndoButtons } from './undo-buttons.tsx'

type Props = {
  /** Null for whoever only reads. */
  desk: RundownDesk | null
  count: number
  episodeId: string
  onAdd: () => void
  /** How far the show is from its slot. */
  overMs: Milliseconds
  /** Where one's changes are: in sight however far down a long rundown one is. */
  status: ReactNode
}

/** Under the thumb: adding a line or, while some are chosen, what may be done to them. */
export function AddBar({ desk, count, episodeId, onAdd, overMs, status }: Props) {
  return (
    <div
      data-foot
      className="sticky bottom-(--nav-height,0px) z-10 -mx-1 grid gap-x-4 gap-y-1 bg-paper px-1 py-2 @min-[56rem]:flex @min-[56rem]:flex-wrap @min-[56rem]:items-center print:hidden"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {status}
        {/* Where the bar above the lines stays in sight it says so itself. */}
        <span aria-hidden="true" className="hidden text-small @min-[20rem]:inline @min-[56rem]:hidden">
          <OverUnder overMs={overMs} brief />
        </span>
      </div>
      {desk && (
        <div className="hidden gap-2 @min-[56rem]:flex">
          <UndoButtons desk={desk} />
        </div>
      )}
      {desk && count > 0 && <SelectionBar desk={desk} count={count} episodeId={episodeId} />}
      {desk && count === 0 && (
        <div className="@min-[56rem]:ms-auto @min-[56rem]:min-w-80">
          <Button variant="primary" wide icon={<Plus />} onClick={onAdd} aria-haspopup="dialog">
            Ajouter une ligne
          </Button>
        </div>
      )}
    </div>
  )
}
