'use client'
import './rundown.css'
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { Cell } from './cell-text.ts'
import type { Columns } from './columns.ts'
import { type LineGesture, lineGesture } from './grid-keys.ts'
import { LineHead } from './line-head.tsx'
import { LineRow } from './line-row.tsx'
import type { DeskView, RundownDesk } from './rundown-desk.ts'
import type { TimedLine } from './timed-line.ts'
import { useLineDrag } from './use-line-drag.ts'

type Props = {
  lines: readonly TimedLine[]
  /** The place of each line in the whole rundown, by its id. */
  places: ReadonlyMap<string, number>
  columns: Columns
  unsaved: ReadonlySet<string>
  here: ReadonlyMap<string, string>
  desk: RundownDesk
  view: DeskView
  mayEdit: boolean
}

/** The lines in order. One of them is in the row of Tab; arrows lead to the others. All that is done to lines is heard here. */
export function LineGrid({ lines, places, columns, unsaved, here, desk, view, mayEdit }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { drag, on } = useLineDrag(mayEdit ? desk : null)
  const reachable = lines.some(({ id }) => id === view.active) ? view.active : lines[0]?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes there once for each turn, wherever the line is by then
  useLayoutEffect(() => {
    if (view.focusTurn === 0) return
    const go = () => rowOf(box.current, view.active)?.focus()
    // A dialog that is closing would keep the focus, and then give it back to its button.
    if (!document.querySelector('dialog[open]')) return go()
    const later = setTimeout(go, DIALOG_CLOSES_MS)
    return () => clearTimeout(later)
  }, [view.focusTurn])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const gesture = lineGesture(event)
    if (!gesture || !target || (target.dataset.act && isButtonKey(event.key))) return
    const isHandle = target.dataset.act === 'drag' && gesture.do === 'step' && Math.abs(gesture.by) === 1
    event.preventDefault()
    follow(desk, isHandle ? { do: 'move', by: gesture.by < 0 ? -1 : 1 } : gesture, mayEdit)
  }
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = lineOf(event.target)
    if (id) desk.stand(id)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (mayEdit && event.target instanceof Element) press(desk, event.target, event)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards on a phone are no table
    <div
      ref={box}
      role="grid"
      aria-label="Lignes du conducteur"
      aria-multiselectable={mayEdit || undefined}
      aria-readonly={!mayEdit}
      aria-rowcount={lines.length + 1}
      className="rundown-grid"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
      {...on}
    >
      <LineHead columns={columns} mayEdit={mayEdit} />
      {lines.map((line) => (
        <LineRow
          key={line.id}
          line={line}
          index={places.get(line.id) ?? 0}
          columns={columns}
          isReachable={line.id === reachable}
          isSelected={view.selected.has(line.id)}
          isUnsaved={unsaved.has(line.id)}
          isDragged={drag?.ids.has(line.id) ?? false}
          drop={drag?.over === line.id ? drag.side : null}
          editing={view.editing?.id === line.id ? view.editing.cell : null}
          here={here.get(line.id) ?? ''}
          desk={mayEdit ? desk : null}
        />
      ))}
    </div>
  )
}

const DIALOG_CLOSES_MS = 50
const isButtonKey = (key: string) => key === 'Enter' || key === ' '
const lineOf = (element: Element) => element.closest('[data-line]')?.getAttribute('data-line') ?? null

function rowOf(box: HTMLElement | null, id: string | null): HTMLElement | null {
  return id === null ? null : (box?.querySelector<HTMLElement>(`[data-line="${id}"]`) ?? null)
}

function follow(desk: RundownDesk, gesture: LineGesture, mayEdit: boolean) {
  const { active } = desk.read()
  if (gesture.do === 'step') return desk.step(gesture.by, gesture.extends && mayEdit)
  if (!mayEdit) return
  if (gesture.do === 'move') return desk.moveBy(gesture.by)
  if (gesture.do === 'pick') return active ? desk.pick(active, 'toggle') : undefined
  if (gesture.do === 'edit') return active ? openOrEdit(desk, active, 'title') : undefined
  if (gesture.do === 'bin') return desk.bin()
  if (gesture.do === 'duplicate') return desk.duplicate()
  if (gesture.do === 'all') return desk.pickAll()
  if (gesture.do === 'leave') desk.leave()
}

/** A click on a button of a line, on a cell, or beside them. */
function press(
  desk: RundownDesk,
  target: Element,
  keys: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
) {
  const id = lineOf(target)
  if (!id || target.closest('input')) return
  const button = target.closest('[data-act]')
  const act = button?.getAttribute('data-act')
  if (button && act === 'menu') return desk.openMenu({ id, button })
  if (act === 'pick' || keys.ctrlKey || keys.metaKey) return desk.pick(id, keys.shiftKey ? 'range' : 'toggle')
  if (keys.shiftKey) return desk.pick(id, 'range')
  const cell = target.closest('[data-cell]')?.getAttribute('data-cell')
  if (cell && act !== 'drag') openOrEdit(desk, id, cell as Cell)
}

/** Where lines are rows one writes in them; where they are cards the line opens as a sheet. */
function openOrEdit(desk: RundownDesk, id: string, cell: Cell) {
  const row = document.querySelector(`[data-line="${id}"]`)
  const { display, flexDirection } = row ? getComputedStyle(row) : { display: '', flexDirection: '' }
  if (display === 'flex' && flexDirection === 'row') desk.edit(id, cell)
  else desk.openLine(id)
}
