import type { ClipEdit } from '#lib/db/schema.ts'
import { cleanUpsInOrder } from './clean-up.ts'

/** A stretch of a sound, whole milliseconds of it as it was prepared. */
export type Part = ClipEdit['parts'][number]

/** What cutting needs to know of a sound: its length, and the length of the silence at each of its ends. */
export type EditedSound = { durationMs: number; silence: { startMs: number; endMs: number } }

/** An edit that changes nothing: all of the sound, as it came. The same as no edit at all. */
export const untouched: ClipEdit = {
  parts: [],
  fadeInMs: 0,
  fadeOutMs: 0,
  gainDb: 0,
  keepsSilence: true,
  cleanUps: [],
}

export const shortestPartMs = 100
export const mostParts = 50
export const longestFadeMs = 10_000
/** Louder or softer than its level by at most this, dB. */
export const mostGainDb = 12

/** What is left of the silence at each end, so that a voice may still breathe. */
const breathMs = 100

/** What plays of a sound, in order, whole milliseconds; never nothing of a sound that has a length. */
export function keptParts(edit: ClipEdit | null, sound: EditedSound): Part[] {
  if (sound.durationMs <= 0) return []
  const whole = { startMs: 0, endMs: sound.durationMs }
  if (edit === null) return [whole]
  const parts = edit.parts.map((part) => within(part, sound)).filter(({ startMs, endMs }) => endMs > startMs)
  if (parts.length > 0) return parts
  return [edit.keepsSilence ? whole : withoutSilence(sound)]
}

function within({ startMs, endMs }: Part, { durationMs }: EditedSound): Part {
  const clamp = (ms: number) => Math.max(0, Math.min(durationMs, Math.round(ms)))
  return { startMs: clamp(startMs), endMs: clamp(endMs) }
}

function withoutSilence({ durationMs, silence }: EditedSound): Part {
  const startMs = Math.max(0, silence.startMs - breathMs)
  const endMs = durationMs - Math.max(0, silence.endMs - breathMs)
  return endMs > startMs ? { startMs, endMs } : { startMs: 0, endMs: durationMs }
}

/** How long a sound lasts as it was edited, milliseconds. */
export function editedMs(edit: ClipEdit | null, sound: EditedSound): number {
  return keptParts(edit, sound).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** What cutting needs of a stored sound; what was not measured counts as nothing. */
export function editedSoundOf({
  durationMs,
  facts,
}: {
  durationMs: number | null
  facts: Record<string, unknown> | null
}): EditedSound {
  const silence: unknown = facts?.silence
  const ms = (end: 'startMs' | 'endMs') => {
    const known = typeof silence === 'object' && silence !== null ? Reflect.get(silence, end) : 0
    return typeof known === 'number' ? known : 0
  }
  return { durationMs: durationMs ?? 0, silence: { startMs: ms('startMs'), endMs: ms('endMs') } }
}

/** The edit with every figure whole and within its limits; null when it changes nothing. */
export function settledEdit(edit: ClipEdit | null, sound: EditedSound): ClipEdit | null {
  if (edit === null) return null
  const bounded = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
  const parts = edit.parts
    .map((part) => within(part, sound))
    .filter(({ startMs, endMs }) => endMs - startMs >= Math.min(shortestPartMs, sound.durationMs))
    .slice(0, mostParts)
  const settled: ClipEdit = {
    parts: isWhole(parts, sound) && edit.keepsSilence ? [] : parts,
    fadeInMs: bounded(Math.round(edit.fadeInMs), 0, longestFadeMs),
    fadeOutMs: bounded(Math.round(edit.fadeOutMs), 0, longestFadeMs),
    gainDb: bounded(Math.round(edit.gainDb * 10) / 10, -mostGainDb, mostGainDb),
    keepsSilence: edit.keepsSilence,
    cleanUps: cleanUpsInOrder(edit.cleanUps),
  }
  return isSameEdit(settled, untouched) ? null : settled
}

function isWhole(parts: readonly Part[], { durationMs }: EditedSound): boolean {
  const [only] = parts
  return parts.length === 1 && only?.startMs === 0 && only.endMs === durationMs
}

/** Whether two edits say the same. */
export function isSameEdit(one: ClipEdit | null, other: ClipEdit | null): boolean {
  return JSON.stringify(figures(one ?? untouched)) === JSON.stringify(figures(other ?? untouched))
}

const figures = ({ parts, fadeInMs, fadeOutMs, gainDb, keepsSilence, cleanUps }: ClipEdit) => [
  parts.map(({ startMs, endMs }) => [startMs, endMs]),
  fadeInMs,
  fadeOutMs,
  gainDb,
  keepsSilence,
  cleanUpsInOrder(cleanUps),
]

/** The two halves of an edit on either side of an instant of the sound; null when one of them would be empty. */
export function splitEdit(
  edit: ClipEdit | null,
  sound: EditedSound,
  atMs: number,
): [before: ClipEdit, after: ClipEdit] | null {
  const at = Math.round(atMs)
  const parts = keptParts(edit, sound)
  const long = ({ startMs, endMs }: Part) => endMs - startMs >= shortestPartMs
  const before = parts.map((part) => ({ ...part, endMs: Math.min(part.endMs, at) })).filter(long)
  const after = parts.map((part) => ({ ...part, startMs: Math.max(part.startMs, at) })).filter(long)
  if (before.length === 0 || after.length === 0) return null
  const common = edit ?? untouched
  return [
    { ...common, parts: before, fadeOutMs: 0 },
    { ...common, parts: after, fadeInMs: 0 },
  ]
}
