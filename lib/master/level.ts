import type { ItemKind } from '#lib/db/schema.ts'
import { decibelsOf, integratedLufs, type MeasuredCut, spliceSubBlocks } from '#lib/sound/loudness.ts'
import { pairMs } from '#lib/sound/waveform.ts'
import type { CutWarning, KeptItem, MasterSound, MasterTargets } from './items.ts'
import { limitedSubBlocks } from './limiting.ts'
import { type Mixdown, type MixedSounds, mixKey } from './mixdown.ts'

/** A line brought to its level: from which file it is cut, how loud, and what it will measure. */
export type LevelledLine = {
  item: KeptItem
  /** The file that its stretches are cut from: the sound as prepared, or limited. */
  source: { file: string; id: string; gainDb: number }
  /** What loudness arithmetic needs of each stretch; gains are those of a stereo master. */
  played: MeasuredCut[]
  /** From the prepared sound to here, limiter left aside, dB. */
  gainDb: number
  peakDbtp: number
  /** How much louder it may still become before it needs another limiting, dB. */
  roomDb: number
  lufs: number | null
  warning: CutWarning | null
  toMix: Mixdown | null
}

const music: readonly ItemKind[] = ['music', 'theme', 'ident', 'sting']
/** A sound that is nothing but peaks is not pushed against the limiter further than this, in dB. */
const mostMakeUpDb = 6
/** A limited copy serves cuts that need up to this much less, dB. */
const mostOverlimitedDb = 2
/** Speech peaks about this far above its loudness, dB. */
const speechCrestDb = 12

/** Every master has two channels: a mono sound has twice the energy there. */
export const spreadDb = ({ channels }: { channels: 1 | 2 }) => (channels === 1 ? 10 * Math.log10(2) : 0)
const tenth = (db: number) => Math.round(db * 10) / 10
const hundredth = (db: number) => Math.round(db * 100) / 100

/** The loudness that a line is brought to, LUFS. */
export function targetOf({ kind, offsetDb }: Pick<KeptItem, 'kind' | 'offsetDb'>, targets: MasterTargets) {
  return targets.lufs + (music.includes(kind) ? targets.musicLu : 0) + offsetDb
}

/** Brings a line to its level: by gain alone where that suffices, else from a limited copy of its sound. */
export function levelLine(item: KeptItem, targets: MasterTargets, mixed: MixedSounds): LevelledLine {
  const limit = targets.ceilingDbtp - targets.reserveDb
  const { gainDb, warning } = plainGain(item, targets)
  const peakDbtp = peakOf(item) + gainDb
  if (peakDbtp <= limit) return plainLine(item, gainDb, warning, targets)
  if (warning === 'short') return plainLine(item, hundredth(limit - peakOf(item)), warning, targets)
  const first = levelling(item.sound, tenth(wholeGain(item, targets)), limit)
  const line = limitedLine(item, first, warning, targets, mixed)
  if (line.toMix || fits(line, limit, targets)) return line
  const own = levelling(item.sound, tenth(gainOf(first) + line.source.gainDb), limit)
  return limitedLine(item, own, warning, targets, mixed)
}

/** The levelled copy that most masters will cut this sound from; null when gain alone serves. */
export function usualLevelling(sound: MasterSound, kind: ItemKind, targets: MasterTargets): Mixdown | null {
  const item = {
    ...whole,
    id: '',
    title: '',
    who: '',
    kind,
    sound,
    parts: [{ startMs: 0, endMs: sound.durationMs }],
  }
  const { gainDb, warning } = plainGain(item, targets)
  const limit = targets.ceilingDbtp - targets.reserveDb
  if (warning === 'short' || peakOf(item) + gainDb <= limit) return null
  return levelling(sound, tenth(wholeGain(item, targets)), limit)
}

const whole = { barred: null, offsetDb: 0, fadeInMs: 0, fadeOutMs: 0, bed: null, joinMs: 0 }

function fits({ source }: LevelledLine, limit: number, { ceilingDbtp, reserveDb }: MasterTargets): boolean {
  const spare = ceilingDbtp - limit - reserveDb / 2
  return source.gainDb <= spare && source.gainDb >= -mostOverlimitedDb
}

function plainLine(
  item: KeptItem,
  gainDb: number,
  warning: CutWarning | null,
  { ceilingDbtp }: MasterTargets,
): LevelledLine {
  const { sound } = item
  const played = playedParts(item, sound.subBlocks, gainDb)
  const peakDbtp = peakOf(item) + gainDb
  return {
    ...{ item, gainDb, peakDbtp, warning, played, toMix: null },
    source: { file: sound.file, id: sound.id, gainDb },
    roomDb: ceilingDbtp - peakDbtp,
    lufs: integratedLufs(spliceSubBlocks(played)),
  }
}

function limitedLine(
  item: KeptItem,
  mixdown: Mixdown,
  warning: CutWarning | null,
  targets: MasterTargets,
  mixed: MixedSounds,
): LevelledLine {
  const { sound } = item
  const made = mixed.get(mixKey(mixdown))
  const gainDb = gainOf(mixdown)
  const subBlocks =
    made?.subBlocks ??
    limitedAt(sound, gainDb, mixdown.ceilingDbtp).map((energy) => energy * 10 ** (gainDb / 10))
  const target = targetOf(item, targets)
  const reached = integratedLufs(spliceSubBlocks(playedParts(item, subBlocks, 0)))
  const restDb = made && reached !== null ? hundredth(target - reached) : 0
  const limitedBy = Math.min(restDb, mostGain(item, targets) - gainDb)
  const played = playedParts(item, subBlocks, limitedBy)
  const peakDbtp = (made?.truePeakDbtp ?? mixdown.ceilingDbtp) + limitedBy
  return {
    ...{ item, warning, played, peakDbtp, toMix: made ? null : mixdown },
    gainDb: gainDb + limitedBy,
    source: { file: made?.file ?? '', id: made?.id ?? '', gainDb: limitedBy },
    roomDb: targets.ceilingDbtp - peakDbtp,
    lufs: integratedLufs(spliceSubBlocks(played)),
  }
}

const gainOf = ({ layers }: Mixdown) => layers[0]?.gainDb ?? 0

function levelling(
  { id, file, channels, durationMs }: MasterSound,
  gainDb: number,
  ceilingDbtp: number,
): Mixdown {
  const layer = {
    ...{ sound: { id, file, channels }, startMs: 0, endMs: durationMs, atMs: 0, gainDb },
    ...{ fadeInMs: 0, fadeOutMs: 0, fades: 'straight' as const, ducking: [] },
  }
  return { layers: [layer], durationMs, channels, ceilingDbtp: hundredth(ceilingDbtp) }
}

function playedParts(
  { sound, parts }: KeptItem,
  subBlocks: ArrayLike<number>,
  gainDb: number,
): MeasuredCut[] {
  return parts.map((part) => ({ ...part, subBlocks, gainDb: gainDb + spreadDb(sound) }))
}

/** The gain that brings a line to its level if nothing is limited, dB. */
function plainGain(item: KeptItem, targets: MasterTargets): { gainDb: number; warning: CutWarning | null } {
  const target = targetOf(item, targets)
  const reached = integratedLufs(spliceSubBlocks(playedParts(item, item.sound.subBlocks, 0)))
  const wished = reached === null ? target + speechCrestDb - (cutPeakDb(item) ?? 0) : target - reached
  const gainDb = hundredth(Math.min(wished, targets.mostGainDb))
  if (reached === null) return { gainDb, warning: 'short' }
  if (wished > targets.mostGainDb) return { gainDb, warning: 'quiet' }
  return { gainDb, warning: gainDb > 20 ? 'noisy' : null }
}

function mostGain(item: KeptItem, targets: MasterTargets): number {
  const { gainDb } = plainGain(item, targets)
  return Math.min(targets.mostGainDb, gainDb + mostMakeUpDb)
}

/** The gain that brings the whole of a line's sound to its level, with what its limiting will take made up for. */
function wholeGain(item: KeptItem, targets: MasterTargets): number {
  const { sound } = item
  const all = { ...item, parts: [{ startMs: 0, endMs: sound.durationMs }] }
  const target = targetOf(item, targets)
  const most = mostGain(all, targets)
  let gainDb = plainGain(all, targets).gainDb
  for (let round = 0; round < 5; round++) {
    const limited = limitedAt(sound, gainDb, targets.ceilingDbtp - targets.reserveDb)
    const reached = integratedLufs(spliceSubBlocks(playedParts(all, limited, gainDb)))
    if (reached === null) break
    gainDb = Math.min(most, gainDb + target - reached)
  }
  return gainDb
}

function limitedAt({ subBlocks, waveform }: MasterSound, gainDb: number, ceilingDbtp: number): Float64Array {
  return limitedSubBlocks(subBlocks, waveform, gainDb, ceilingDbtp)
}

const peakOf = ({ sound }: KeptItem) => sound.truePeakDbtp ?? -70

/** Largest sample of a line's stretches, dBFS, from the waveform; null below −42. */
function cutPeakDb({ sound, parts }: KeptItem): number | null {
  let most = 0
  for (const { startMs, endMs } of parts) {
    const pairs = sound.waveform.subarray(2 * Math.floor(startMs / pairMs), 2 * Math.ceil(endMs / pairMs))
    most = pairs.reduce((high, value) => Math.max(high, Math.abs(value)), most)
  }
  return decibelsOf(most / 127)
}
