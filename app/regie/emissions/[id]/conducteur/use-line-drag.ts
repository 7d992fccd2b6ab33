'use client'
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RundownDesk } from './rundown-desk.ts'

export type Drag = { ids: ReadonlySet<string>; over: string | null; side: 'before' | 'after' }
type Grip = { id: string; pointerId: number; startY: number; x: number; y: number; list: Element }

/** A finger that trembles does not drag. */
const LEAST_MOVE_PX = 5
/** As near to the edge of the window, the page rolls along, by so much at each frame, for as long as one stays there. */
const EDGE_PX = 72
const ROLL_PX = 8

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

  /** What lies under the pointer now, which may have been rolled there. */
  const look = () => {
    const held = grip.current
    if (!desk || !held) return
    const ids = latest.current?.ids ?? new Set(desk.held(held.id))
    const next = { ids, ...placeUnder(held.x, held.y, latest.current) }
    const was = latest.current
    if (was?.over !== next.over || was.side !== next.side) show(next)
  }
  useEdgeRoll(drag !== null, () => grip.current, look)

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const handle = event.target instanceof Element ? event.target.closest('[data-act=drag]') : null
    const id = handle?.closest('[data-line]')?.getAttribute('data-line')
    if (!handle || !id || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { pointerId, clientX: x, clientY: y } = event
    grip.current = { id, pointerId, startY: y, x, y, list: event.currentTarget }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    if (!desk || !held || held.pointerId !== event.pointerId) return
    if (!latest.current && Math.abs(event.clientY - held.startY) < LEAST_MOVE_PX) return
    grip.current = { ...held, x: event.clientX, y: event.clientY }
    look()
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

/** Rolls the page while the pointer rests near an edge of the window and lines lie beyond it; `rolled` after each step. */
function useEdgeRoll(isDragging: boolean, held: () => Pick<Grip, 'y' | 'list'> | null, rolled: () => void) {
  const roll = useEffectEvent(() => {
    const at = held()
    const by = at ? rollOf(at.y, at.list.getBoundingClientRect()) : 0
    if (by === 0) return
    window.scrollBy(0, by)
    rolled()
  })
  useEffect(() => {
    if (!isDragging) return
    let frame = requestAnimationFrame(function next() {
      roll()
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [isDragging])
}

function rollOf(y: number, list: Pick<DOMRect, 'top' | 'bottom'>): number {
  if (y < EDGE_PX) return list.top < EDGE_PX ? -ROLL_PX : 0
  // What stands at the foot of the window would hide the last line.
  const foot = document.querySelector('[data-foot]')?.getBoundingClientRect().top ?? window.innerHeight
  const isBelow = list.bottom > foot - ROLL_PX
  return y > window.innerHeight - EDGE_PX && isBelow ? ROLL_PX : 0
}
