'use client'
import './wave-stage.css'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Part } from '#lib/sound/edit.ts'
import { formatPlace } from '#lib/time/place.ts'
import type { Shape } from './use-shape.ts'
import { type Drawing, drawWave } from './wave-drawing.ts'

type Props = {
  /** What is heard: the drawing follows it, and moves its place. */
  media: RefObject<HTMLAudioElement | null>
  shape: Shape
  durationMs: number
  /** The stretches that are kept; their edges can be dragged. */
  parts: readonly Part[]
  /** Place in the sound, milliseconds. */
  atMs: number
  /** Pixels a second; 0 shows the whole sound. */
  zoom: number
  label: string
  onSeek: (atMs: number) => void
  onPart: (index: number, part: Part) => void
}

/**
 * A sound as a drawing that can be cut. The drawing is a slider for the keyboard and for screen readers;
 * whoever shows it listens to the keys and offers each of them as a button too.
 */
export function WaveStage({ media, shape, durationMs, parts, atMs, zoom, label, onSeek, onPart }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const seeks = useEffectEvent(onSeek)
  const moves = useEffectEvent((index: number, part: Part) => {
    onPart(index, part)
    // An edge that was dragged too far goes back to where it may be.
    drawing?.show(parts)
  })
  useEffect(() => {
    if (!(shape instanceof Int8Array) || !container.current || !media.current) return
    let drawn: Drawing | null = null
    let isGone = false
    const source = { container: container.current, media: media.current, shape, durationMs }
    void drawWave({ ...source, onSeek: (at) => seeks(at), onPart: (i, part) => moves(i, part) }).then(
      (made) => {
        if (isGone) return made.remove()
        drawn = made
        setDrawing(made)
      },
    )
    return () => {
      isGone = true
      drawn?.remove()
      setDrawing(null)
    }
  }, [media, shape, durationMs])
  useEffect(() => drawing?.show(parts), [drawing, parts])
  useEffect(() => drawing?.zoom(zoom), [drawing, zoom])
  useEffect(() => {
    if (!drawing) return
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', drawing.recolour)
    return () => dark.removeEventListener('change', drawing.recolour)
  }, [drawing])
  useEffect(() => describe(drawing?.scroller ?? null, label, durationMs), [drawing, label, durationMs])
  useEffect(() => tellPlace(drawing?.scroller ?? null, atMs), [drawing, atMs])
  return (
    <div className="wave-stage text-ink-2">
      <div ref={container} />
      {shape === null && <p className="p-4">Le dessin du son arrive…</p>}
      {shape === 'missing' && (
        <p className="p-4">Le dessin du son ne vient pas. Les boutons et les champs marchent sans lui.</p>
      )}
    </div>
  )
}

function describe(scroller: HTMLElement | null, label: string, durationMs: number) {
  if (!scroller) return
  const facts = { role: 'slider', tabindex: '0', 'aria-label': label, 'aria-valuemin': '0' }
  for (const [name, value] of Object.entries(facts)) scroller.setAttribute(name, value)
  scroller.setAttribute('aria-valuemax', String(durationMs))
}

function tellPlace(scroller: HTMLElement | null, atMs: number) {
  scroller?.setAttribute('aria-valuenow', String(Math.round(atMs)))
  scroller?.setAttribute('aria-valuetext', formatPlace(atMs))
}
