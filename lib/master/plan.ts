import type { Chapter } from '#lib/db/schema.ts'
import { integratedLufs, type MeasuredCut, spliceSubBlocks } from '#lib/sound/loudness.ts'
import { chaptersOf } from './chapters.ts'
import { type Group, groupsOf, layGroup, startAfter } from './group.ts'
import type {
  CutWarning,
  KeptItem,
  LeftOut,
  LeftOutReason,
  MasterItem,
  MasterTargets,
  Piece,
} from './items.ts'
import { podcastTargets } from './items.ts'
import { type LevelledLine, levelLine, targetOf } from './level.ts'
import type { Mixdown, MixedSounds } from './mixdown.ts'
import { fillSlot, type SlotFit } from './slot-fill.ts'

/** A line as it stands in the master. */
export type PlannedLine = {
  itemId: string
  title: string
  who: string
  kind: MasterItem['kind']
  startMs: number
  endMs: number
  /** From the sound as it was prepared to the master, dB. */
  gainDb: number
  /** As it will sound in the master, limiter included; null below 400 ms. */
  predictedLufs: number | null
  warning: CutWarning | null
}

/** Everything that is known of a master before a sample is rendered. */
export type MasterPlan = {
  targets: MasterTargets
  lines: PlannedLine[]
  pieces: Piece[]
  /** What must be mixed or limited first; empty once the pieces can be cut from finished files. */
  toMix: Mixdown[]
  leftOut: LeftOut[]
  durationMs: number
  /** What the finished file must land on: the target, unless a sound may not be raised that far. */
  aimLufs: number | null
  /** What will go into the encoder. */
  predictedLufs: number | null
  /** Highest peak before encoding, dBTP. */
  predictedDbtp: number | null
  /** Added to every piece so that the whole lands on the target, dB. */
  trimDb: number
  slot: SlotFit | null
  /** Energy of each 100 ms of the whole, as it will sound. */
  subBlocks: Float64Array
  chapters: Chapter[]
}

export type Planning = {
  targets?: MasterTargets
  /** The music that fills a slot; without it, it is filled with silence. */
  fill?: MasterItem | null
  /** What was mixed already. */
  mixed?: MixedSounds
  /** The trim of the last master: kept while it still fits, so that what did not change renders the same. */
  lastTrimDb?: number | null
  /** Added to the trim after measuring a rendered file, dB. */
  correctionDb?: number
  /** Lines whose encoded peak was too high, and by how much their ceiling goes down, dB. */
  loweredDb?: ReadonlyMap<string, number>
}

/** Which lines go into a master, how loud, when; and which do not, and why. */
export function planMaster(items: readonly MasterItem[], planning: Planning = {}): MasterPlan {
  const targets = planning.targets ?? podcastTargets
  const mixed = planning.mixed ?? new Map()
  const sorted = items.map(sortItem)
  const leftOut = sorted.flatMap((entry) => ('reason' in entry ? [entry] : []))
  const kept = sorted.flatMap((entry) => ('sound' in entry ? [entry] : []))
  const targetsFor = ({ id }: { id: string }) => lowered(targets, planning.loweredDb?.get(id))
  const levelled = kept.map((item) => levelLine(item, targetsFor(item), mixed))
  const own = groupsOf(levelled).map((group) => layGroup(group, targets, mixed))
  const fill = keptOf(planning.fill ?? null)
  const { groups, slot } = fillSlot(own, fill, fill ? targetsFor(fill) : targets, mixed)
  const trimDb = trimOf(groups, targets, planning)
  const wished = missingLu(groups, targets) + (planning.correctionDb ?? 0)
  // The whole must rise further than the sounds were limited for: limit them lower.
  if (wished - roomIn(groups) > shortByLu && targets.reserveDb < mostReserveDb)
    return planMaster(items, {
      ...planning,
      targets: { ...targets, reserveDb: more(targets.reserveDb, wished) },
    })
  const laid = layOut(groups, targets, trimDb)
  const aimLufs = laid.predictedLufs === null ? null : laid.predictedLufs - (planning.correctionDb ?? 0)
  const chapters = chaptersOf(laid.lines, laid.durationMs)
  return { targets, leftOut, trimDb, aimLufs, slot, ...laid, chapters }
}

function sortItem(item: MasterItem): KeptItem | LeftOut {
  const left = (reason: LeftOutReason): LeftOut => ({ itemId: item.id, title: item.title, reason })
  if (item.barred) return left(item.barred)
  const { sound } = item
  if (!sound) return left('no-sound')
  const whole = [{ startMs: 0, endMs: sound.durationMs }]
  const parts = (item.parts.length > 0 ? item.parts : whole)
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(0, Math.round(startMs)),
      endMs: Math.min(sound.durationMs, Math.round(endMs)),
    }))
    .filter(({ startMs, endMs }) => endMs > startMs)
  if (parts.length === 0) return left('no-sound')
  const isSilent = sound.waveform.every((value) => value === 0)
  return isSilent ? left('silent') : { ...item, sound, parts }
}

function keptOf(item: MasterItem | null): KeptItem | null {
  const sorted = item && sortItem(item)
  return sorted && 'sound' in sorted ? sorted : null
}

function lowered(targets: MasterTargets, byDb = 0): MasterTargets {
  return byDb === 0 ? targets : { ...targets, ceilingDbtp: targets.ceilingDbtp - byDb }
}

/** The whole may stay this far below its target for want of room, LU. */
const shortByLu = 0.02
const mostReserveDb = 4
/** A line that stays further below its level than this could not be raised: the others do not make up for it, LU. */
const unreachedLu = 0.3

const more = (reserveDb: number, missing: number) => round(Math.max(reserveDb + 0.2, missing + 0.3))

const round = (db: number) => Math.round(db * 100) / 100
/** The whole may be this far from its target, LU, before a trim that fits other masters is given up. */
const keptWithinLu = 0.08

/** What brings the whole to its target; the last master's trim as long as that still does. */
function trimOf(groups: readonly Group[], targets: MasterTargets, planning: Planning): number {
  const missing = missingLu(groups, targets)
  const last = planning.lastTrimDb ?? null
  const correction = planning.correctionDb ?? 0
  if (last !== null && correction === 0 && Math.abs(missing - last) <= keptWithinLu) return last
  return round(Math.min(missing + correction, roomIn(groups)))
}

/** How much the whole may rise before a peak reaches the ceiling, dB. */
const roomIn = (groups: readonly Group[]) => Math.min(...groups.map(({ roomDb }) => roomDb))

/** How far the lines that are at their level are from the target as a whole, LU. */
function missingLu(groups: readonly Group[], targets: MasterTargets): number {
  const level = groups.filter(({ lines }) =>
    lines.every(({ item, lufs }) => lufs === null || lufs > targetOf(item, targets) - unreachedLu),
  )
  const whole = layOut(level, targets, 0).predictedLufs
  return whole === null ? 0 : targets.lufs - whole
}

function layOut(
  groups: readonly Group[],
  { gridMs, slotMs }: MasterTargets,
  trimDb: number,
): Omit<MasterPlan, 'targets' | 'leftOut' | 'trimDb' | 'aimLufs' | 'slot' | 'chapters'> {
  const lines: PlannedLine[] = []
  const pieces: Piece[] = []
  const played: MeasuredCut[] = []
  let peak = Number.NEGATIVE_INFINITY
  let atMs = 0
  const pause = (untilMs: number) => {
    if (untilMs > atMs) played.push({ subBlocks: [], startMs: 0, endMs: untilMs - atMs, gainDb: 0 })
    atMs = untilMs
  }
  groups.forEach((group, index) => {
    if (index > 0) pause(startAfter(atMs, group.silenceBeforeMs, gridMs))
    for (const piece of group.pieces)
      pieces.push({ ...piece, atMs: atMs + piece.atMs, gainDb: round(piece.gainDb + trimDb) })
    for (const line of group.lines) lines.push(lineAt(line, atMs, trimDb))
    for (const cut of group.played) played.push({ ...cut, gainDb: cut.gainDb + trimDb })
    peak = Math.max(peak, group.peakDbtp + trimDb)
    atMs += group.durationMs
  })
  pause(slotMs === null ? startAfter(atMs, 0, gridMs) : Math.max(atMs, slotMs))
  const subBlocks = spliceSubBlocks(played)
  return {
    ...{ subBlocks, lines, pieces, durationMs: atMs, toMix: groups.flatMap(({ toMix }) => toMix) },
    predictedLufs: integratedLufs(subBlocks),
    predictedDbtp: Number.isFinite(peak) ? peak : null,
  }
}

function lineAt(
  { item, ...line }: LevelledLine & { startMs: number; endMs: number },
  atMs: number,
  trimDb: number,
) {
  const { id: itemId, title, who, kind } = item
  const predictedLufs = line.lufs === null ? null : line.lufs + trimDb
  const gainDb = round(line.gainDb + trimDb)
  return {
    ...{ itemId, title, who, kind, gainDb, predictedLufs, warning: line.warning },
    ...{ startMs: atMs + line.startMs, endMs: atMs + line.endMs },
  }
}
