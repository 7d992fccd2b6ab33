'use client'
import { type PointerEvent, useRef } from 'react'
import { Waveform } from '#app/_ui/waveform.tsx'
import type { RecordedPart } from '#lib/db/schema.ts'
import { moveBoundary } from '#lib/master/recording.ts'

type Props = {
  shape: readonly number[]
  parts: readonly RecordedPart[]
  durationMs: number
  open: number | null
  onOpen: (index: number) => void
  onChange: (parts: readonly RecordedPart[]) => void
}

const width = 1000
/** A finger finds a boundary within this share of the drawing. */
const near = 0.012

/**
 * The whole sound with its parts. A touch opens a part, a boundary can be drawn along; the list below does
 * all of it by keyboard and says it aloud.
 */
export function RecordingShape({ shape, parts, durationMs, open, onOpen, onChange }: Props) {
  const held = useRef<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const x = (ms: number) => (ms / durationMs) * width
  const placeOf = (event: PointerEvent) => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect()
    return ((event.clientX - left) / wide) * durationMs
  }
  const take = (event: PointerEvent<HTMLDivElement>) => {
    const at = placeOf(event)
    const away = (index: number) => Math.abs((parts[index]?.startMs ?? 0) - at)
    const nearest = parts.reduce(
      (best, _, index) => (index > 0 && away(index) < away(best) ? index : best),
      1,
    )
    const grips = parts.length > 1 && away(nearest) < near * durationMs
    held.current = grips ? nearest : null
    if (grips) event.currentTarget.setPointerCapture(event.pointerId)
    onOpen(grips ? nearest : parts.findIndex(({ endMs }) => at < endMs))
  }
  const drop = (event: PointerEvent<HTMLDivElement>) => {
    const index = held.current
    held.current = null
    mark(null)
    if (index !== null) onChange(moveBoundary(parts, index, placeOf(event)))
  }
  const mark = (at: number | null) => {
    const line = box.current?.querySelector('[data-held]')
    line?.setAttribute('x1', `${at === null ? -9 : x(at)}`)
    line?.setAttribute('x2', `${at === null ? -9 : x(at)}`)
  }
  return (
    <div
      ref={box}
      aria-hidden="true"
      className="relative h-28 cursor-pointer touch-pan-y overflow-hidden rounded-card border-2 border-border bg-surface text-pine select-none"
      onPointerDown={take}
      onPointerMove={(event) => held.current !== null && mark(placeOf(event))}
      onPointerUp={drop}
      onPointerCancel={() => {
        held.current = null
        mark(null)
      }}
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} 100`}
        preserveAspectRatio="none"
        className="absolute inset-0 h-full w-full"
      >
        {parts.map((part, index) => (
          <rect
            key={part.startMs}
            x={x(part.startMs)}
            width={x(part.endMs) - x(part.startMs)}
            height={100}
            className={fillOf(part, index, open)}
          />
        ))}
      </svg>
      <div className="absolute inset-0 py-2">
        <Waveform peaks={shape} bars={500} />
      </div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} 100`}
        preserveAspectRatio="none"
        className="absolute inset-0 h-full w-full"
      >
        {parts.slice(1).map(({ startMs }) => (
          <line key={startMs} x1={x(startMs)} x2={x(startMs)} y1={0} y2={100} className={edge} />
        ))}
        <line data-held x1={-9} x2={-9} y1={0} y2={100} className={`${edge} stroke-brick`} />
      </svg>
    </div>
  )
}

const edge = 'stroke-ink [stroke-width:2px] [vector-effect:non-scaling-stroke]'

function fillOf({ itemId }: RecordedPart, index: number, open: number | null): string {
  if (index === open) return 'fill-brick-soft'
  if (itemId === null) return 'fill-sand'
  return index % 2 === 0 ? 'fill-pine-soft' : 'fill-sky-soft'
}
