'use client'
import { Plus } from 'lucide-react'
import { startTransition, useOptimistic, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import { addItemAction, binItemAction, editItemAction, moveItemAction, restoreItemAction } from './actions.ts'
import { LineForm } from './line-form.tsx'
import { LineList } from './line-list.tsx'
import { RundownTotal } from './rundown-total.tsx'
import { type ShownLine, timedLines } from './timed-line.ts'

export type Choice = { value: string; label: string }
type Props = {
  episodeId: string
  mayEdit: boolean
  lines: readonly ShownLine[]
  showStart: Instant
  zone: string
  targetMs: Milliseconds
  stories: readonly Choice[]
  clips: readonly Choice[]
  beds: readonly Choice[]
}
type Move = { itemId: string; to: number }

/** The rundown with its running total; the order changes on screen at once and is mended if refused. */
export function RundownEditor({
  episodeId,
  mayEdit,
  lines,
  showStart,
  zone,
  targetMs,
  stories,
  clips,
  beds,
}: Props) {
  const [shown, moveOnScreen] = useOptimistic(lines, inNewOrder)
  const [open, setOpen] = useState<string | null>(null)
  const timed = timedLines(shown, showStart, zone)
  const opened = lines.find(({ id }) => id === open)

  const move = (itemId: string, to: number) => {
    const line = shown.find(({ id }) => id === itemId)
    if (!line || to < 0 || to >= shown.length) return
    startTransition(async () => {
      moveOnScreen({ itemId, to })
      const outcome = await moveItemAction(null, { itemId, version: line.version, to })
      if (!outcome.ok) showToast({ text: outcome.words })
    })
  }
  const bin = (itemId: string, title: string) =>
    startTransition(async () => {
      const outcome = await binItemAction(null, { itemId })
      if (!outcome.ok) return showToast({ text: outcome.words })
      showToast({
        text: `« ${title} » est dans la corbeille.`,
        undo: () => restoreItemAction(null, { itemId }),
      })
    })
  const form = { episodeId, stories, clips, beds, onDone: () => setOpen(null) }
  return (
    <section aria-label="Conducteur" className="grid grid-cols-1 gap-4">
      <RundownTotal totalMs={timed.totalMs} targetMs={targetMs} lines={timed.lines} />
      {shown.length === 0 && (
        <EmptyState title="Le conducteur est vide">
          <p>Ajoutez une première ligne : le générique, ou ce qui vient en tête.</p>
        </EmptyState>
      )}
      <LineList lines={timed.lines} edit={mayEdit ? { onMove: move, onEdit: setOpen, onBin: bin } : null} />
      {mayEdit && (
        <div className="sticky bottom-(--nav-height,0px) -mx-1 bg-paper px-1 py-2 print:hidden">
          <Button
            variant="primary"
            wide
            icon={<Plus />}
            onClick={() => setOpen('new')}
            aria-haspopup="dialog"
          >
            Ajouter une ligne
          </Button>
        </div>
      )}
      <Dialog
        title={opened ? 'Changer la ligne' : 'Ajouter une ligne'}
        open={open === 'new' || opened !== undefined}
        onClose={() => setOpen(null)}
      >
        {open === 'new' && <LineForm action={addItemAction} {...form} />}
        {opened && <LineForm key={opened.id} action={editItemAction} line={opened} {...form} />}
      </Dialog>
    </section>
  )
}

function inNewOrder(lines: readonly ShownLine[], { itemId, to }: Move): readonly ShownLine[] {
  const from = lines.findIndex(({ id }) => id === itemId)
  const line = lines[from]
  if (!line) return lines
  // The move makes a new version: a second one may follow before the first has come back.
  return lines.toSpliced(from, 1).toSpliced(to, 0, { ...line, version: line.version + 1 })
}
