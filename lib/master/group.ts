import { integratedLufs, type MeasuredCut, spliceSubBlocks, subBlockMs } from '#lib/sound/loudness.ts'
import { duckingOf } from './ducking.ts'
import { fadedCuts } from './fade.ts'
import type { MasterSound, MasterTargets, Piece } from './items.ts'
import { type LevelledLine, levelLine, spreadDb } from './level.ts'
import { edgeMs, layerOf, type MeasuredLayer, mixedPiece } from './measured-layer.ts'
import type { Mixdown, MixedSounds } from './mixdown.ts'

/** Lines that are cut from finished files, one after the other, or from one mixdown of their own. */
export type Group = {
  lines: (LevelledLine & { startMs: number; endMs: number })[]
  /** `atMs` from the group's start; gains before the whole's trim. */
  pieces: Piece[]
  /** What it measures, its whole length without a hole. */
  played: MeasuredCut[]
  durationMs: number
  silenceBeforeMs: number
  peakDbtp: number
  roomDb: number
  toMix: Mixdown[]
}

const bedFadeInMs = 300
const bedFadeOutMs = 1200

/** Where what follows `atMs` after a silence begins: on the grid. */
export const startAfter = (atMs: number, silenceMs: number, gridMs: number) =>
  Math.ceil((atMs + silenceMs) / gridMs) * gridMs

type Chain = { lines: LevelledLine[]; silenceBeforeMs: number }

/** Puts lines together that sound at the same time: a crossfade joins two. */
export function groupsOf(lines: readonly LevelledLine[]): Chain[] {
  const chains: Chain[] = []
  lines.forEach((line, index) => {
    const joinMs = lines[index - 1]?.item.joinMs ?? 0
    if (joinMs < 0) chains.at(-1)?.lines.push(line)
    else chains.push({ lines: [line], silenceBeforeMs: joinMs })
  })
  return chains
}

/** A chain as it will be cut: plain stretches where one line sounds alone, else a mixdown. */
export function layGroup(
  { lines, silenceBeforeMs }: Chain,
  targets: MasterTargets,
  mixed: MixedSounds,
): Group {
  const [only, ...more] = lines
  const group = only && more.length === 0 && !only.item.bed ? alone(only) : together(lines, targets, mixed)
  return { ...group, silenceBeforeMs }
}

const lengthOf = ({ item }: LevelledLine) =>
  item.parts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

function alone(line: LevelledLine): Omit<Group, 'silenceBeforeMs'> {
  const { item, source, played, peakDbtp, roomDb, toMix } = line
  const durationMs = lengthOf(line)
  let atMs = 0
  const pieces = item.parts.map((part, index) => {
    const piece = { ...part, ...source, channels: item.sound.channels, atMs, ...fadesOf(line, index) }
    atMs += part.endMs - part.startMs
    return piece
  })
  return {
    ...{ lines: [{ ...line, startMs: 0, endMs: durationMs }], pieces, durationMs, peakDbtp, roomDb },
    played: played.flatMap((cut, index) => faded(cut, fadesOf(line, index))),
    toMix: toMix ? [toMix] : [],
  }
}

type Fades = { fadeInMs: number; fadeOutMs: number }
const faded = (cut: MeasuredCut, fades: Fades) => fadedCuts(cut, fades.fadeInMs, fades.fadeOutMs)

/** The fades of one stretch: the line's own at its two ends, and no click between. */
function fadesOf({ item }: LevelledLine, index: number): Fades {
  const { startMs = 0, endMs = 0 } = item.parts[index] ?? {}
  const most = (endMs - startMs) / 2
  const isLast = index === item.parts.length - 1
  return {
    fadeInMs: Math.min(most, Math.max(edgeMs, index === 0 ? item.fadeInMs : 0)),
    fadeOutMs: Math.min(most, Math.max(edgeMs, isLast ? item.fadeOutMs : 0)),
  }
}

function together(
  lines: readonly LevelledLine[],
  targets: MasterTargets,
  mixed: MixedSounds,
): Omit<Group, 'silenceBeforeMs'> {
  // From the sounds as prepared: what is limited already is not mixed and limited again.
  const plain = placed(lines.map(({ item }) => levelLine(item, targets, new Map())))
  const layers = plain.flatMap((line) => layersOf(line, targets))
  const endMs = Math.max(...plain.map((line) => line.endMs))
  const durationMs = Math.ceil(endMs / targets.gridMs) * targets.gridMs
  const { piece, whole, peakDbtp, roomDb, toMix } = mixedPiece(layers, durationMs, targets, mixed)
  return {
    lines: plain.map((line) => ({ ...line, toMix: null })),
    ...{ pieces: [piece], played: [whole], durationMs, peakDbtp, roomDb, toMix },
  }
}

type Placed = LevelledLine & { startMs: number; endMs: number; crossInMs: number; crossOutMs: number }

/** Where each line of a chain starts: a crossfade takes at most half of the shorter of its two. */
function placed(lines: readonly LevelledLine[]): Placed[] {
  const result: Placed[] = []
  for (const line of lines) {
    const last = result.at(-1)
    const lengthMs = lengthOf(line)
    const wishedMs = last ? -last.item.joinMs : 0
    const crossInMs = last ? Math.min(wishedMs, (last.endMs - last.startMs) >> 1, lengthMs >> 1) : 0
    if (last) last.crossOutMs = crossInMs
    const startMs = (last?.endMs ?? 0) - crossInMs
    result.push({ ...line, startMs, endMs: startMs + lengthMs, crossInMs, crossOutMs: 0 })
  }
  return result
}

function layersOf(line: Placed, targets: MasterTargets): MeasuredLayer[] {
  const { item, gainDb } = line
  let atMs = line.startMs
  const last = item.parts.length - 1
  const voices = item.parts.map((part, index) => {
    const fades = fadesOf(line, index)
    const fadeInMs = index === 0 ? Math.max(line.crossInMs, fades.fadeInMs) : fades.fadeInMs
    const fadeOutMs = index === last ? Math.max(line.crossOutMs, fades.fadeOutMs) : fades.fadeOutMs
    const crosses = (index === 0 && line.crossInMs > 0) || (index === last && line.crossOutMs > 0)
    const layer = layerOf(item.sound, part, atMs, gainDb)
    atMs += part.endMs - part.startMs
    return {
      ...layer,
      fadeInMs,
      fadeOutMs,
      fades: crosses ? ('equal-power' as const) : ('straight' as const),
    }
  })
  return item.bed ? [...voices, ...bedUnder(line, item.bed, targets)] : voices
}

/** A bed under a whole line, begun again as often as it takes, lower while somebody speaks. */
function bedUnder(line: Placed, bed: MasterSound, targets: MasterTargets): MeasuredLayer[] {
  const lufs = integratedLufs(bed.subBlocks)
  if (lufs === null || bed.durationMs < 1000) return []
  const gainDb = Math.min(targets.mostGainDb, targets.lufs + targets.bedLu - lufs - spreadDb(bed))
  const voice = spliceSubBlocks(line.played)
  const ducking = duckingOf(voice, line.lufs ?? targets.lufs)
  const lengthMs = line.endMs - line.startMs
  const layers: MeasuredLayer[] = []
  for (let at = 0; at < lengthMs; at += bed.durationMs) {
    const endMs = Math.min(bed.durationMs, lengthMs - at)
    const layer = layerOf(bed, { startMs: 0, endMs }, line.startMs + at, Math.round(gainDb * 10) / 10)
    layers.push({ ...layer, ducking: ducking.slice(at / subBlockMs, (at + endMs) / subBlockMs) })
  }
  const [first, last] = [layers[0], layers.at(-1)]
  if (first) first.fadeInMs = bedFadeInMs
  if (last) last.fadeOutMs = Math.min(bedFadeOutMs, (last.endMs - last.startMs) / 2)
  return layers
}
