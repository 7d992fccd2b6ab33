import { integratedLufs } from '#lib/sound/loudness.ts'
import { fadedCuts } from './fade.ts'
import { type Group, startAfter } from './group.ts'
import type { KeptItem, MasterTargets } from './items.ts'
import { targetOf } from './level.ts'
import { layerOf, type MeasuredLayer, mixedPiece, summedLayers } from './measured-layer.ts'
import type { MixedSounds } from './mixdown.ts'

/** How a master meets the length that it must have: what is added at its end, or how much it is too long, ms. */
export type SlotFit = { fillMs: number; overMs: number; filledBy: 'music' | 'silence' }

/** What the line of the music is called, in a report and wherever its join is heard. */
export const fillTitle = 'Remplissage de la case'

/** A shorter rest stays silent: it is a breath before what follows, and no music could be told in it, ms. */
const leastMusicMs = 2000
/** Music that is too short begins again, its end and its start crossing for this long, ms. */
const crossMs = 1000
const mostFadeInMs = 1500
const mostFadeOutMs = 5000

/**
 * Brings a programme to exactly its slot: behind its last line the music plays for what is missing, faded in and
 * out; silence where there is no music, or too little time for it. Too long is said, never cut by itself.
 */
export function fillSlot(
  groups: readonly Group[],
  music: KeptItem | null,
  targets: MasterTargets,
  mixed: MixedSounds,
): { groups: readonly Group[]; slot: SlotFit | null } {
  const { slotMs, gridMs } = targets
  if (slotMs === null) return { groups, slot: null }
  const endMs = endOf(groups, gridMs)
  const fit = { fillMs: Math.max(0, slotMs - endMs), overMs: Math.max(0, endMs - slotMs) }
  const last = groups.at(-1)?.lines.at(-1)
  const silenceBeforeMs = Math.max(0, last?.item.joinMs ?? 0)
  const lengthMs = slotMs - startAfter(endMs, silenceBeforeMs, gridMs)
  const laid = last && music && lengthMs >= leastMusicMs ? layMusic(music, lengthMs, targets, mixed) : null
  if (!laid) return { groups, slot: { ...fit, filledBy: 'silence' } }
  return { groups: [...groups, { ...laid, silenceBeforeMs }], slot: { ...fit, filledBy: 'music' } }
}

function endOf(groups: readonly Group[], gridMs: number): number {
  return groups.reduce(
    (atMs, { silenceBeforeMs, durationMs }) =>
      durationMs + (atMs === 0 ? 0 : startAfter(atMs, silenceBeforeMs, gridMs)),
    0,
  )
}

/** The music for exactly `lengthMs`, as one line at its level; null when it cannot fill it. */
function layMusic(
  music: KeptItem,
  lengthMs: number,
  targets: MasterTargets,
  mixed: MixedSounds,
): Omit<Group, 'silenceBeforeMs'> | null {
  const passes = passesOf(partsMs(music.parts), lengthMs)
  const reached = integratedLufs(summedLayers(layersOf(music, passes, 0), lengthMs))
  if (passes.length === 0 || reached === null) return null
  const wished = Math.min(targets.mostGainDb, targetOf(music, targets) - reached)
  const gainDb = Math.round(wished * 10) / 10
  const { piece, whole, ...laid } = mixedPiece(layersOf(music, passes, gainDb), lengthMs, targets, mixed)
  const fadeInMs = Math.min(mostFadeInMs, lengthMs >> 2)
  const fadeOutMs = Math.min(mostFadeOutMs, lengthMs >> 1)
  const line = {
    ...{ item: music, source: { file: piece.file, id: piece.id, gainDb: 0 }, played: [whole], gainDb },
    ...{ peakDbtp: laid.peakDbtp, roomDb: laid.roomDb, lufs: integratedLufs(whole.subBlocks) },
    ...{ warning: null, toMix: null, startMs: 0, endMs: lengthMs },
  }
  return {
    ...{ ...laid, lines: [line], pieces: [{ ...piece, fadeInMs, fadeOutMs }] },
    played: fadedCuts(whole, fadeInMs, fadeOutMs),
  }
}

type Span = { startMs: number; endMs: number }
const partsMs = (parts: readonly Span[]) =>
  parts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

/** How long each playing of music of `ownMs` lasts, so that all of them, crossing, are `lengthMs`; none = it is too short. */
function passesOf(ownMs: number, lengthMs: number): number[] {
  if (lengthMs <= ownMs) return [lengthMs]
  if (ownMs < 4 * crossMs) return []
  const stepMs = ownMs - crossMs
  // The last one keeps room for a crossing and a fade.
  const whole = Math.floor((lengthMs - 2 * crossMs) / stepMs)
  const restMs = lengthMs - whole * stepMs
  const last = restMs <= ownMs ? [restMs] : [restMs - crossMs, 2 * crossMs]
  return [...Array<number>(whole).fill(ownMs), ...last]
}

function layersOf(music: KeptItem, passes: readonly number[], gainDb: number): MeasuredLayer[] {
  let atMs = 0
  return passes.flatMap((lengthMs, pass) => {
    const parts = headOf(music.parts, lengthMs)
    const layers = parts.map((part, index): MeasuredLayer => {
      const layer = layerOf(music.sound, part, atMs, gainDb)
      atMs += part.endMs - part.startMs
      const crossesIn = pass > 0 && index === 0
      const crossesOut = pass < passes.length - 1 && index === parts.length - 1
      return {
        ...layer,
        ...(crossesIn ? { fadeInMs: crossMs } : {}),
        ...(crossesOut ? { fadeOutMs: crossMs } : {}),
        fades: crossesIn || crossesOut ? 'equal-power' : 'straight',
      }
    })
    atMs -= crossMs
    return layers
  })
}

/** The first `lengthMs` of stretches. */
function headOf(parts: readonly Span[], lengthMs: number): Span[] {
  let leftMs = lengthMs
  return parts.flatMap(({ startMs, endMs }) => {
    const untilMs = Math.min(endMs, startMs + leftMs)
    leftMs -= Math.max(0, untilMs - startMs)
    return untilMs > startMs ? [{ startMs, endMs: untilMs }] : []
  })
}
