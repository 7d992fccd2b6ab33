import { useState } from 'react'
import type { ClipEdit } from '#lib/db/schema.ts'
import { cutAt, leaveOut, moveEdge, partAt } from '#lib/sound/cutting.ts'
import { type EditedSound, keptParts, type Part } from '#lib/sound/edit.ts'
import { snapToSilence } from '#lib/sound/quiet.ts'
import type { PartPlayer } from './use-part-player.ts'
import type { Shape } from './use-shape.ts'

const zooms = [0, 20, 50, 100, 200, 400]

export type CuttingDesk = ReturnType<typeof useCuttingDesk>

type Work = {
  present: ClipEdit
  change: (next: ClipEdit) => void
  undo: (() => void) | null
  redo: (() => void) | null
}

/** Everything that can be done at a place of a sound: keys, buttons and the drawing share it. */
export function useCuttingDesk(work: Work, sound: EditedSound, shape: Shape, player: PartPlayer) {
  const [zoom, setZoom] = useState(0)
  const [snaps, setSnaps] = useState(true)
  const parts = keptParts(work.present, sound)
  const { atMs } = player
  const current = partAt(parts, atMs)

  /** The place itself, or the silence beside it; the cursor goes where the cut falls. */
  const place = () => {
    if (!snaps || !(shape instanceof Int8Array)) return Math.round(atMs)
    const snapped = snapToSilence(shape, atMs)
    player.seek(snapped)
    return snapped
  }
  const move = (by: number) => player.seek(Math.max(0, Math.min(sound.durationMs, atMs + by)))
  const [said, setSaid] = useState<string | null>(null)
  /** Changes the edit, or says why nothing changed: a button that went grey would lose the focus. */
  const change = (next: ClipEdit, otherwise: string) => {
    setSaid(next === work.present ? otherwise : null)
    work.change(next)
  }
  const moveTo = (index: number, edge: Partial<Part>) =>
    change(moveEdge(work.present, sound, index, edge), 'Il n’y a rien à changer à cet endroit.')
  const leave = (index: number) => {
    change(leaveOut(work.present, sound, index), leavingWords(parts, index))
    const next = parts[index + 1] ?? parts[index - 1]
    if (index >= 0 && next) player.seek(next.startMs)
  }
  const travel = (way: (() => void) | null, otherwise: string) => {
    setSaid(way ? null : otherwise)
    way?.()
  }
  return {
    parts,
    current,
    atMs,
    zoom,
    snaps,
    setSnaps,
    toggle: player.toggle,
    isPlaying: player.isPlaying,
    move,
    moveTo,
    seek: (to: number) => player.seek(Math.max(0, Math.min(sound.durationMs, to))),
    cutHere: () => change(cutAt(work.present, sound, place()), 'On ne peut pas couper si près d’un bord.'),
    beginHere: () => moveTo(current >= 0 ? current : firstAfter(parts, atMs), { startMs: place() }),
    endHere: () => moveTo(current >= 0 ? current : lastBefore(parts, atMs), { endMs: place() }),
    leaveOut: () => leave(current),
    leaveOutPart: leave,
    takeAll: work.present.parts.length > 0 ? () => work.change({ ...work.present, parts: [] }) : null,
    nearer: () => setZoom((now) => zooms.find((one) => one > now) ?? now),
    farther: () => setZoom((now) => zooms.findLast((one) => one < now) ?? now),
    undo: () => travel(work.undo, 'Il n’y a rien à annuler.'),
    redo: () => travel(work.redo, 'Il n’y a rien à rétablir.'),
    said,
  }
}

const firstAfter = (parts: readonly Part[], atMs: number) => parts.findIndex(({ startMs }) => startMs > atMs)
const lastBefore = (parts: readonly Part[], atMs: number) => parts.findLastIndex(({ endMs }) => endMs <= atMs)

function leavingWords(parts: readonly Part[], index: number): string {
  if (parts.length < 2) return 'C’est le seul morceau. Coupez d’abord, puis enlevez ce qui est de trop.'
  return index < 0 ? 'Ici, il n’y a déjà plus rien. Allez sur le morceau à enlever.' : ''
}
