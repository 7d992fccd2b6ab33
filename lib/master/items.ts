import type { ItemKind, MasterKind } from '#lib/db/schema.ts'

/** A prepared sound as planning sees it; `id` names its very bytes, `file` is opaque here. Figures are the mezzanine's. */
export type MasterSound = {
  id: string
  file: string
  durationMs: number
  channels: 1 | 2
  subBlocks: ArrayLike<number>
  waveform: Int8Array
  truePeakDbtp: number | null
}

/** Why a line is not in a master. */
export type LeftOutReason =
  | 'no-sound'
  | 'skipped'
  | 'antenne-only'
  | 'podcast-only'
  | 'commercial-music'
  /** Somebody's yes for it has not been asked, or not by everybody who must answer. */
  | 'consent-missing'
  /** Somebody said no to it, or took their voice back. */
  | 'consent-refused'
  | 'silent'
  | 'damaged'
export type LeftOut = { itemId: string; title: string; reason: LeftOutReason }

/** One line of the rundown, as far as a master needs it. */
export type MasterItem = {
  id: string
  title: string
  who: string
  kind: ItemKind
  /** Why this master may not carry it, or null. */
  barred: LeftOutReason | null
  sound: MasterSound | null
  /** Stretches of its sound, in the order in which they play; none = all of it. Milliseconds. */
  parts: readonly { startMs: number; endMs: number }[]
  /** Louder or softer than its level, dB. */
  offsetDb: number
  fadeInMs: number
  fadeOutMs: number
  /** Plays softly under it. */
  bed: MasterSound | null
  /** How it meets the next line: a silence, or (negative) a crossfade, in milliseconds. */
  joinMs: number
}

export type MasterTargets = {
  kind: MasterKind
  /** Loudness of the whole and of speech, LUFS. */
  lufs: number
  /** How far music stands from speech, LU. */
  musicLu: number
  /** How far a bed stands from speech while somebody speaks, LU. */
  bedLu: number
  /** True peak before encoding, dBTP: an MP3 decodes up to half a decibel higher. */
  ceilingDbtp: number
  /** Sounds are limited this much lower, dB: the whole can then be raised without limiting again. */
  reserveDb: number
  /** No sound is raised further than this, dB: beyond there is only noise. */
  mostGainDb: number
  /** Lines begin on whole multiples of this, ms: one MP3 frame, so that a change moves no other line's frames. */
  gridMs: number
  /** The length that the master must have exactly, ms; null = as long as it is. */
  slotMs: number | null
}

const common = { musicLu: -2, bedLu: -18, mostGainDb: 30, gridMs: 24, slotMs: null }
export const podcastTargets: MasterTargets = {
  ...common,
  ...{ kind: 'podcast', lufs: -16, ceilingDbtp: -1.5, reserveDb: 0.5 },
}
export const antenneTargets: MasterTargets = {
  ...common,
  ...{ kind: 'antenne', lufs: -23, ceilingDbtp: -1, reserveDb: 0.3 },
}

/** `quiet`: raised as far as allowed, and still too low. `noisy`: raised by more than 20 dB. `short`: levelled by its peak. */
export type CutWarning = 'quiet' | 'noisy' | 'short'

/** A stretch of a file in the master, at `atMs`. A mono file plays at full level in both channels. */
export type Piece = {
  file: string
  /** Names the file's very bytes. */
  id: string
  channels: 1 | 2
  startMs: number
  endMs: number
  atMs: number
  gainDb: number
  fadeInMs: number
  fadeOutMs: number
}

/** A line that is in the master: it has a sound, and stretches of it. */
export type KeptItem = MasterItem & { sound: MasterSound }
