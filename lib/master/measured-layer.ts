import { type MeasuredCut, spliceSubBlocks, subBlockMs } from '#lib/sound/loudness.ts'
import { fadedCuts } from './fade.ts'
import type { MasterSound, MasterTargets, Piece } from './items.ts'
import { spreadDb } from './level.ts'
import { type Layer, type Mixdown, type MixedSounds, mixKey } from './mixdown.ts'

/** 5 ms at each edge of a stretch: enough that no cut clicks. */
export const edgeMs = 5

/** A layer with what loudness arithmetic needs of it. */
export type MeasuredLayer = Layer & { measured: MeasuredCut }

/** A stretch of a sound as a layer, `atMs` from its mixdown's start. */
export function layerOf(
  sound: MasterSound,
  { startMs, endMs }: { startMs: number; endMs: number },
  atMs: number,
  gainDb: number,
): MeasuredLayer {
  const { id, file, channels, subBlocks } = sound
  return {
    ...{ sound: { id, file, channels }, startMs, endMs, atMs, gainDb },
    ...{ fadeInMs: edgeMs, fadeOutMs: edgeMs, fades: 'straight', ducking: [] },
    measured: { subBlocks, startMs, endMs, gainDb: gainDb + spreadDb(sound) },
  }
}

/** Sub-blocks of layers played together: energies add up, as those of sounds that know nothing of each other do. */
export function summedLayers(layers: readonly MeasuredLayer[], durationMs: number): Float64Array {
  const sum = new Float64Array(Math.floor(durationMs / subBlockMs))
  for (const layer of layers) {
    const before = { subBlocks: [], startMs: 0, endMs: layer.atMs, gainDb: 0 }
    const cuts = ducked(layer)
    spliceSubBlocks([before, ...cuts]).forEach((energy, i) => {
      if (i < sum.length) sum[i] = (sum[i] ?? 0) + energy
    })
  }
  return sum
}

function ducked({ measured, ducking, fadeInMs, fadeOutMs }: MeasuredLayer): MeasuredCut[] {
  if (ducking.length === 0) return fadedCuts(measured, fadeInMs, fadeOutMs)
  return ducking.map((db, i) => ({
    ...measured,
    startMs: measured.startMs + i * subBlockMs,
    endMs: Math.min(measured.endMs, measured.startMs + (i + 1) * subBlockMs),
    gainDb: measured.gainDb + db,
  }))
}

/** A mixdown of layers as one piece of a master: cut from its file once that is made, foretold until then. */
export type MixedPiece = {
  piece: Piece
  /** What it measures, its fades left aside. */
  whole: MeasuredCut
  durationMs: number
  peakDbtp: number
  roomDb: number
  toMix: Mixdown[]
}

/** Lays `durationMs` of layers into a mixdown in stereo. */
export function mixedPiece(
  layers: readonly MeasuredLayer[],
  durationMs: number,
  targets: MasterTargets,
  mixed: MixedSounds,
): MixedPiece {
  const ceilingDbtp = targets.ceilingDbtp - targets.reserveDb
  const mixdown: Mixdown = {
    layers: layers.map(({ measured: _, ...layer }) => layer),
    durationMs,
    channels: 2,
    ceilingDbtp,
  }
  const made = mixed.get(mixKey(mixdown))
  const { file = '', id = '' } = made ?? {}
  const peakDbtp = made?.truePeakDbtp ?? ceilingDbtp
  const span = { startMs: 0, endMs: durationMs }
  return {
    piece: { ...span, file, id, channels: 2, atMs: 0, gainDb: 0, fadeInMs: edgeMs, fadeOutMs: edgeMs },
    whole: { ...span, subBlocks: made?.subBlocks ?? summedLayers(layers, durationMs), gainDb: 0 },
    ...{ durationMs, peakDbtp, roomDb: targets.ceilingDbtp - peakDbtp },
    toMix: made ? [] : [mixdown],
  }
}
