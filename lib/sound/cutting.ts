import type { ClipEdit } from '#lib/db/schema.ts'
import { type EditedSound, keptParts, mostParts, type Part, shortestPartMs } from './edit.ts'

/** One part becomes two at an instant of the sound; the same edit when no part is long enough there. */
export function cutAt(edit: ClipEdit, sound: EditedSound, atMs: number): ClipEdit {
  const at = Math.round(atMs)
  const parts = keptParts(edit, sound)
  const index = parts.findIndex(
    ({ startMs, endMs }) => at - startMs >= shortestPartMs && endMs - at >= shortestPartMs,
  )
  const part = parts[index]
  if (!part || parts.length >= mostParts) return edit
  return { ...edit, parts: parts.toSpliced(index, 1, { ...part, endMs: at }, { ...part, startMs: at }) }
}

/** Leaves a part out; the last one stays. */
export function leaveOut(edit: ClipEdit, sound: EditedSound, index: number): ClipEdit {
  const parts = keptParts(edit, sound)
  return parts.length < 2 || !parts[index] ? edit : { ...edit, parts: parts.toSpliced(index, 1) }
}

/**
 * Moves where a part begins or ends. It stays at least `shortestPartMs` long and never reaches into another
 * part, so that nothing is heard twice.
 */
export function moveEdge(edit: ClipEdit, sound: EditedSound, index: number, edge: Partial<Part>): ClipEdit {
  const parts = keptParts(edit, sound)
  const part = parts[index]
  if (!part) return edit
  const { least, most } = roomAround(parts, part, sound)
  const startMs = clamp(edge.startMs ?? part.startMs, least, part.endMs - shortestPartMs)
  const endMs = clamp(edge.endMs ?? part.endMs, startMs + shortestPartMs, most)
  if (startMs === part.startMs && endMs === part.endMs) return edit
  return { ...edit, parts: parts.with(index, { startMs, endMs }) }
}

/** How far a part may reach: to its neighbours in time, or the ends of the sound. */
function roomAround(parts: readonly Part[], part: Part, { durationMs }: EditedSound) {
  const before = parts.filter(({ endMs }) => endMs <= part.startMs).map(({ endMs }) => endMs)
  const after = parts.filter(({ startMs }) => startMs >= part.endMs).map(({ startMs }) => startMs)
  return { least: Math.max(0, ...before), most: Math.min(durationMs, ...after) }
}

const clamp = (ms: number, least: number, most: number) =>
  Math.max(least, Math.min(Math.max(least, most), Math.round(ms)))

/** Which part an instant lies in, −1 for none of them. */
export function partAt(parts: readonly Part[], atMs: number): number {
  return parts.findIndex(({ startMs, endMs }) => atMs >= startMs && atMs < endMs)
}

/** Where playing goes on from an instant: there, at the next part that plays, or null once all is heard. */
export function playsFrom(parts: readonly Part[], atMs: number): number | null {
  if (partAt(parts, atMs) >= 0) return atMs
  const next = parts.map(({ startMs }) => startMs).filter((startMs) => startMs > atMs)
  return next.length === 0 ? null : Math.min(...next)
}

/** What every part leaves of full volume at an instant of the result, 0–1: its fades. */
export function fadeAt(
  { fadeInMs, fadeOutMs }: Pick<ClipEdit, 'fadeInMs' | 'fadeOutMs'>,
  lengthMs: number,
  atMs: number,
): number {
  const rising = fadeInMs > 0 ? atMs / fadeInMs : 1
  const falling = fadeOutMs > 0 ? (lengthMs - atMs) / fadeOutMs : 1
  return Math.max(0, Math.min(1, rising, falling))
}

/** How much of the result has played when an instant of the sound is reached, milliseconds. */
export function playedMs(parts: readonly Part[], atMs: number): number {
  const current = partAt(parts, atMs)
  const before = current < 0 ? parts.filter(({ endMs }) => endMs <= atMs) : parts.slice(0, current)
  const sum = before.reduce((total, { startMs, endMs }) => total + endMs - startMs, 0)
  return sum + (current < 0 ? 0 : atMs - (parts[current]?.startMs ?? atMs))
}
