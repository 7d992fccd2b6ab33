'use client'
import { GripVertical } from 'lucide-react'
import { Button as DragHandle, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { LineCard } from './line-card.tsx'
import type { TimedLine } from './timed-line.ts'

type Props = {
  lines: readonly TimedLine[]
  mayEdit: boolean
  onMove: (itemId: string, to: number) => void
  onEdit: (itemId: string) => void
  onBin: (itemId: string, title: string) => void
}

/** The lines in order. Drag by the handle (mouse, touch or keyboard), or press the arrows of a line. */
export function LineList({ lines, mayEdit, onMove, onEdit, onBin }: Props) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(lines, String(key)) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const from = lines.findIndex(({ id }) => id === key)
      const over = lines.findIndex(({ id }) => id === target.key)
      const gap = target.dropPosition === 'before' ? over : over + 1
      onMove(String(key), gap > from ? gap - 1 : gap)
    },
  })
  if (lines.length === 0) return null
  return (
    <GridList
      aria-label="Lignes du conducteur"
      items={lines}
      dependencies={[lines, mayEdit]}
      dragAndDropHooks={mayEdit ? dragAndDropHooks : undefined}
      keyboardNavigationBehavior="tab"
      className="grid grid-cols-1 gap-2"
    >
      {(line) => (
        <GridListItem
          id={line.id}
          textValue={line.title || 'Sans titre'}
          className="rounded-card outline-none data-focus-visible:outline-3 data-focus-visible:outline-offset-2 data-focus-visible:outline-ink data-dragging:opacity-60"
        >
          <LineCard
            line={line}
            position={lines.indexOf(line)}
            count={lines.length}
            handle={mayEdit && <Handle title={line.title} />}
            edit={mayEdit ? { onMove, onEdit, onBin } : null}
          />
        </GridListItem>
      )}
    </GridList>
  )
}

function Handle({ title }: { title: string }) {
  return (
    <DragHandle
      slot="drag"
      aria-label={`Déplacer ${title || 'la ligne'}`}
      className="inline-flex min-h-12 min-w-12 cursor-grab items-center justify-center rounded-tag hover:bg-sand print:hidden"
    >
      <GripVertical />
    </DragHandle>
  )
}

const titleOf = (lines: readonly TimedLine[], id: string) => lines.find((line) => line.id === id)?.title ?? ''
