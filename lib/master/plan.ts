import type { Chapter, ItemKind } from '#lib/db/schema.ts'
import { decibelsOf, integratedLufs, type MeasuredCut, spliceSubBlocks } from '#lib/sound/loudness.ts'
import { pairMs } from '#lib/sound/waveform.ts'
import { chaptersOf } from './chapters.ts'
import { limitedSubBlocks } from './limiting.ts'

/** A prepared sound as planning sees it; `file` is opaque here. Figures are those of the mezzanine. */
export type MasterSound = {
  file: string
  durationMs: number
  channels: number
  subBlocks: ArrayLike<number>
  waveform: Int8Array
}

/** One line of the rundown. `startMs` and `endMs` are within its sound: the whole of it unless told. */
export type MasterItem = {
  id: string
  title: string
  kind: ItemKind
  mayPodcast: boolean
  sound: MasterSound | null
  startMs?: number
  endMs?: number
}

export type MasterTargets = {
  /** Loudness of the whole and of speech, LUFS. */
  lufs: number
  /** How far music stands from speech, LU. */
  musicLu: number
  /** True peak before encoding, dBTP: an MP3 decodes up to half a decibel higher. */
  ceilingDbtp: number
  /** No sound is raised further than this, dB: beyond there is only noise. */
  mostGainDb: number
}

export const podcastTargets: MasterTargets = { lufs: -16, musicLu: -2, ceilingDbtp: -1.5, mostGainDb: 30 }

/** `quiet`: raised as far as allowed, and still too low. `noisy`: raised by more than 20 dB. `short`: levelled by its peak. */
export type CutWarning = 'quiet' | 'noisy' | 'short'

/** A stretch of one sound in the master. A mono sound plays at full level in both channels. */
export type PlannedCut = {
  itemId: string
  title: string
  kind: ItemKind
  file: string
  channels: number
  startMs: number
  endMs: number
  gainDb: number
  fadeInMs: number
  fadeOutMs: number
  /** As it will sound in the master, limiter included; null below 400 ms. */
  predictedLufs: number | null
  warning: CutWarning | null
}

export type LeftOutReason = 'no-sound' | 'antenne-only' | 'silent'
export type LeftOut = { itemId: string; title: string; reason: LeftOutReason }

/** Everything that is known of a master before a sample is rendered. */
export type MasterPlan = {
  /** What it was made from, so that it can be made again for another ceiling. The rest may be stored as JSON. */
  items: readonly MasterItem[]
  channels: 1 | 2
  targets: MasterTargets
  cuts: PlannedCut[]
  leftOut: LeftOut[]
  durationMs: number
  /** What the render must land on: the target, unless a sound may not be raised that far. */
  predictedLufs: number | null
  chapters: Chapter[]
}

/** 5 ms at each edge of a sound: enough that no cut clicks. */
const edgeMs = 5

/** Which items go into the podcast, how loud, in what order; and which do not, and why. */
export function planPodcast(
  items: readonly MasterItem[],
  targets: MasterTargets = podcastTargets,
): MasterPlan {
  const sorted = items.map((item) => sortItem(item))
  const leftOut = sorted.flatMap((entry) => ('reason' in entry ? [entry] : []))
  const kept = sorted.flatMap((entry) => ('sound' in entry ? [entry] : []))
  const channels = kept.every(({ sound }) => sound.channels === 1) ? 1 : 2
  const voices = kept.map((item) => new Voice(item, channels, targets))
  const predictedLufs = levelWhole(voices, targets)
  const cuts = voices.map((voice) => voice.cut())
  const durationMs = cuts.reduce((sum, cut) => sum + cut.endMs - cut.startMs, 0)
  return { items, channels, targets, cuts, leftOut, durationMs, predictedLufs, chapters: chaptersOf(cuts) }
}

type Kept = MasterItem & { sound: MasterSound; startMs: number; endMs: number }

function sortItem(item: MasterItem): Kept | LeftOut {
  const left = (reason: LeftOutReason): LeftOut => ({ itemId: item.id, title: item.title, reason })
  if (!item.mayPodcast) return left('antenne-only')
  const { sound } = item
  if (!sound) return left('no-sound')
  const startMs = Math.max(0, Math.round(item.startMs ?? 0))
  const endMs = Math.min(sound.durationMs, Math.round(item.endMs ?? sound.durationMs))
  if (endMs <= startMs) return left('no-sound')
  const kept = { ...item, sound, startMs, endMs }
  return highest(kept) === 0 ? left('silent') : kept
}

/** Largest magnitude of the cut, 0–1, from its waveform; 0 is below −42 dBFS. */
function highest({ sound, startMs, endMs }: Kept): number {
  const pairs = sound.waveform.subarray(2 * Math.floor(startMs / pairMs), 2 * Math.ceil(endMs / pairMs))
  return pairs.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
}

const music: readonly ItemKind[] = ['music', 'theme', 'ident', 'sting']

/** A sound that is nothing but peaks is not pushed against the limiter further than this, in dB. */
const mostMakeUpDb = 6

/** One kept item, and the search for its gain. */
class Voice {
  gainDb = 0
  private readonly item: Kept
  private readonly targets: MasterTargets
  private mostDb: number
  // Both channels carry a mono sound: twice the energy.
  private readonly spreadDb: number

  constructor(item: Kept, channels: number, targets: MasterTargets) {
    this.item = item
    this.targets = targets
    this.mostDb = targets.mostGainDb
    this.spreadDb = channels > item.sound.channels ? 10 * Math.log10(2) : 0
    this.level()
  }

  /** Loudness at the present gain; the limiter's share included. */
  lufs(): number | null {
    return integratedLufs(spliceSubBlocks([this.played()]))
  }

  played(): MeasuredCut {
    const { sound, startMs, endMs } = this.item
    const subBlocks = limitedSubBlocks(sound.subBlocks, sound.waveform, this.gainDb, this.targets.ceilingDbtp)
    return { subBlocks, startMs, endMs, gainDb: this.gainDb + this.spreadDb }
  }

  raise(db: number): void {
    this.gainDb = Math.min(this.mostDb, this.gainDb + db)
  }

  private level(): void {
    const target = this.targets.lufs + (music.includes(this.item.kind) ? this.targets.musicLu : 0)
    this.mostDb = Math.min(this.mostDb, target - (this.lufs() ?? target - this.mostDb) + mostMakeUpDb)
    if (this.lufs() === null) {
      // Speech peaks about 12 dB above its loudness.
      const peakDb = decibelsOf(highest(this.item)) ?? 0
      this.raise(target + 12 - peakDb)
      return
    }
    for (let round = 0; round < 5; round++) this.raise(target - (this.lufs() ?? target))
  }

  cut(): PlannedCut {
    const { id, title, kind, sound, startMs, endMs } = this.item
    const fadeMs = Math.min(edgeMs, (endMs - startMs) / 2)
    return {
      ...{ itemId: id, title, kind, file: sound.file, channels: sound.channels, startMs, endMs },
      ...{ gainDb: this.gainDb, fadeInMs: fadeMs, fadeOutMs: fadeMs },
      predictedLufs: this.lufs(),
      warning: this.warning(),
    }
  }

  private warning(): CutWarning | null {
    if (this.lufs() === null) return 'short'
    if (this.gainDb >= this.targets.mostGainDb) return 'quiet'
    return this.gainDb > 20 ? 'noisy' : null
  }
}

// All items move together, so that what was equally loud stays so.
function levelWhole(voices: readonly Voice[], { lufs: target }: MasterTargets): number | null {
  const whole = () => integratedLufs(spliceSubBlocks(voices.map((voice) => voice.played())))
  let reached = whole()
  for (let round = 0; round < 5 && reached !== null && Math.abs(target - reached) > 0.005; round++) {
    const missing = target - reached
    for (const voice of voices) voice.raise(missing)
    reached = whole()
  }
  return reached
}
