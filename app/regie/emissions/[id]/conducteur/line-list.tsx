'use client'
import '#app/_ui/style-nonce.ts'
import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import {
  Button as DragHandle,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components'
import { LineCard, type LineEdit } from './line-card.tsx'
import type { TimedLine } from './timed-line.ts'

type Props = { lines: readonly TimedLine[]; edit: LineEdit | null }

/** The lines in order. Drag by the handle (mouse, touch or keyboard), or Alt and the arrows on a line. */
export function LineList({ lines, edit }: Props) {
  const mayEdit = edit !== null
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(lines, String(key)) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const from = lines.findIndex(({ id }) => id === key)
      const over = lines.findIndex(({ id }) => id === target.key)
      const gap = target.dropPosition === 'before' ? over : over + 1
      edit?.onMove(String(key), gap > from ? gap - 1 : gap)
    },
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="rounded-tag data-drop-target:outline-3 data-drop-target:outline-brick"
      />
    ),
  })
  if (lines.length === 0) return null
  const moveByKeys = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const at = lines.findIndex(({ id }) => id === row?.getAttribute('data-key'))
    const line = lines[at]
    if (!event.altKey || !step || !line || !edit) return
    event.preventDefault()
    event.stopPropagation()
    edit.onMove(line.id, at + step)
  }
  return (
    <div onKeyDownCapture={moveByKeys}>
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
            className="@container rounded-card outline-none data-focus-visible:outline-3 data-focus-visible:outline-offset-2 data-focus-visible:outline-ink data-dragging:opacity-60"
          >
            <LineCard
              line={line}
              position={lines.indexOf(line)}
              count={lines.length}
              handle={mayEdit && <Handle title={line.title} />}
              edit={edit}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
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
