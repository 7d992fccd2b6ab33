import type { MasterSound } from './items.ts'

/** A stretch of one sound within a mixdown, `atMs` from its start. */
export type Layer = {
  sound: Pick<MasterSound, 'id' | 'file' | 'channels'>
  startMs: number
  endMs: number
  atMs: number
  gainDb: number
  /** Straight fades at both ends, or equal-power ones where two layers cross. */
  fadeInMs: number
  fadeOutMs: number
  fades: 'straight' | 'equal-power'
  /** Further gain at each 100 ms of the layer, dB, gliding from one to the next; empty = none. */
  ducking: readonly number[]
}

/** Layers that sound together, or one sound to be limited: made once, and cut from afterwards. */
export type Mixdown = {
  layers: readonly Layer[]
  durationMs: number
  channels: 1 | 2
  ceilingDbtp: number
}

/** A finished mixdown and what was measured in it. */
export type Mixed = { file: string; id: string; truePeakDbtp: number; subBlocks: ArrayLike<number> }
/** By `mixKey`. */
export type MixedSounds = ReadonlyMap<string, Mixed>

/** Names everything that a mixdown depends on: two of the same key sound the same. */
export function mixKey({ layers, durationMs, channels, ceilingDbtp }: Mixdown): string {
  const parts = layers.map(({ sound, ...layer }) => [
    ...[sound.id, layer.startMs, layer.endMs, layer.atMs, layer.gainDb],
    ...[layer.fadeInMs, layer.fadeOutMs, layer.fades, layer.ducking],
  ])
  return JSON.stringify(['mix-1', durationMs, channels, ceilingDbtp, parts])
}
