'use client'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { RundownDesk } from './rundown-desk.ts'

export type Drag = { ids: ReadonlySet<string>; over: string | null; side: 'before' | 'after' }
type Grip = { id: string; pointerId: number; startY: number }

/** A finger that trembles does not drag. */
const LEAST_MOVE_PX = 5
/** As near to the edge of the window, the page rolls along. */
const EDGE_PX = 72
const ROLL_PX = 12

/** Dragging lines by their handle, with mouse, pen or finger: the one that is held, or all that are chosen. Escape lets go. */
export function useLineDrag(desk: RundownDesk | null) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const grip = useRef<Grip | null>(null)
  const latest = useRef<Drag | null>(null)
  const show = (next: Drag | null) => {
    latest.current = next
    setDrag(next)
  }
  const letGo = () => {
    grip.current = null
    show(null)
  }
  useEffect(() => {
    if (!drag) return
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      grip.current = null
      latest.current = null
      setDrag(null)
    }
    window.addEventListener('keydown', cancel, true)
    return () => window.removeEventListener('keydown', cancel, true)
  }, [drag])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const handle = event.target instanceof Element ? event.target.closest('[data-act=drag]') : null
    const id = handle?.closest('[data-line]')?.getAttribute('data-line')
    if (!handle || !id || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { id, pointerId: event.pointerId, startY: event.clientY }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    if (!desk || !held || held.pointerId !== event.pointerId) return
    if (!latest.current && Math.abs(event.clientY - held.startY) < LEAST_MOVE_PX) return
    roll(event.clientY)
    const ids = latest.current?.ids ?? new Set(desk.held(held.id))
    const next = { ids, ...placeUnder(event.clientX, event.clientY, latest.current) }
    const was = latest.current
    if (was?.over !== next.over || was.side !== next.side) show(next)
  }
  const onPointerUp = () => {
    const done = latest.current
    letGo()
    // The line under the pointer may have been taken out by somebody else.
    if (desk && done?.over && desk.order.includes(done.over))
      desk.moveBehind(desk.held(firstOf(done.ids)), behind(desk.order, done))
  }
  return { drag, on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: letGo } }
}

const firstOf = (ids: ReadonlySet<string>) => [...ids][0] ?? null

function behind(order: readonly string[], { over, side }: Drag): string | null {
  if (side === 'after') return over
  return order[order.indexOf(over ?? '') - 1] ?? null
}

/** Which line lies under the pointer, and which half of it; what was under it before when there is none. */
function placeUnder(x: number, y: number, before: Drag | null): Pick<Drag, 'over' | 'side'> {
  const row = document.elementFromPoint(x, y)?.closest('[data-line]')
  const id = row?.getAttribute('data-line')
  if (!row || !id) return { over: before?.over ?? null, side: before?.side ?? 'after' }
  const { top, height } = row.getBoundingClientRect()
  return { over: id, side: y < top + height / 2 ? 'before' : 'after' }
}

function roll(y: number) {
  if (y < EDGE_PX) window.scrollBy(0, -ROLL_PX)
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, ROLL_PX)
}
