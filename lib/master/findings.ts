import { energyOf, lufsOf } from '#lib/sound/loudness.ts'
import type { CutWarning } from './items.ts'
import { isMusic, type Moment, momentsIn, silencesIn } from './moments.ts'
import type { MasterReport, ReportedLine } from './report.ts'

/** What was measured in a finished master, or is foreseen of one, and what it had to keep to. */
export type Measured = {
  durationMs: number
  integratedLufs: number | null
  truePeakDbtp: number | null
  /** The highest peak that it may have, dBTP. */
  mostDbtp: number
  /** How long its slot is, ms; null when it has none. */
  slotMs: number | null
}

type Where = { itemId: string; title: string; who: string; atMs: number }

/** One thing worth saying of a master; `byLu` and `byDb` are always positive. */
export type Finding =
  | { kind: 'level-good' }
  | { kind: 'level-low' | 'level-high'; byLu: number }
  | { kind: 'slot-over' | 'slot-under'; byMs: number }
  | { kind: 'slot-filled'; byMs: number; filledBy: 'music' | 'silence' }
  | { kind: 'dead-air'; title: string; atMs: number; lastsMs: number }
  | ({ kind: 'moments-loud' | 'moments-quiet'; moments: Moment[] } & Where)
  | ({ kind: 'voice-low' | 'voice-high'; byLu: number } & Where)
  | ({ kind: CutWarning } & Where)
  | { kind: 'peak-near'; truePeakDbtp: number; title: string }

/** What a master may miss of its loudness without anybody hearing it, LU. */
const levelWithinLu = 0.5
/** What still counts as on time, ms. */
const slotWithinMs = 2000
/** From here on a voice is heard as lower or louder than the others, LU. */
const voiceApartLu = 2
/** A peak this close to its limit is said, dB. */
const nearDb = 0.05
/** Less of a voice says nothing about how loud it is, ms. */
const leastVoiceMs = 3000

const isSpeech = (line: ReportedLine) => !isMusic(line)

const weights: Record<Finding['kind'], number> = {
  'level-good': 0,
  'level-low': 0,
  'level-high': 0,
  'slot-over': 1,
  'dead-air': 2,
  'moments-loud': 3,
  quiet: 4,
  'voice-low': 5,
  'moments-quiet': 6,
  'voice-high': 7,
  noisy: 8,
  'slot-under': 9,
  'slot-filled': 10,
  short: 11,
  'peak-near': 12,
}

/** What is worth saying of a master, the weightiest first; what weighs the same in the order of the show. */
export function findingsOf(report: MasterReport, measured: Measured): Finding[] {
  const findings: Finding[] = [
    ...levelFinding(report, measured),
    ...slotFinding(report, measured),
    ...silencesIn(report).map((silence) => ({ kind: 'dead-air' as const, ...silence })),
    ...momentFindings(report),
    ...voiceFindings(report),
    ...report.lines.flatMap((line) => (line.warning ? [{ kind: line.warning, ...whereIs(line) }] : [])),
    ...peakFinding(report, measured),
  ]
  const startOf = (finding: Finding) => ('atMs' in finding ? finding.atMs : 0)
  return findings.toSorted((a, b) => weights[a.kind] - weights[b.kind] || startOf(a) - startOf(b))
}

const whereIs = ({ itemId, title, who, startMs }: ReportedLine): Where => ({
  ...{ itemId, title, who, atMs: startMs },
})

function levelFinding({ targetLufs }: MasterReport, { integratedLufs }: Measured): Finding[] {
  if (integratedLufs === null) return []
  const byLu = Math.abs(integratedLufs - targetLufs)
  if (byLu <= levelWithinLu) return [{ kind: 'level-good' }]
  return [{ kind: integratedLufs < targetLufs ? 'level-low' : 'level-high', byLu }]
}

function slotFinding({ slot }: MasterReport, { durationMs, slotMs }: Measured): Finding[] {
  if (slotMs === null) return []
  const overMs = durationMs - slotMs
  if (overMs > slotWithinMs) return [{ kind: 'slot-over', byMs: overMs }]
  if (overMs < -slotWithinMs) return [{ kind: 'slot-under', byMs: -overMs }]
  if (!slot || slot.fillMs <= slotWithinMs) return []
  return [{ kind: 'slot-filled', byMs: slot.fillMs, filledBy: slot.filledBy }]
}

function momentFindings(report: MasterReport): Finding[] {
  return report.lines.filter(isSpeech).flatMap((line): Finding[] => {
    const { loud, quiet } = momentsIn(line, report)
    const isTold = line.warning === 'quiet'
    return [
      ...(loud.length > 0 ? [{ kind: 'moments-loud' as const, moments: loud, ...whereIs(line) }] : []),
      ...(quiet.length > 0 && !isTold
        ? [{ kind: 'moments-quiet' as const, moments: quiet, ...whereIs(line) }]
        : []),
    ]
  })
}

type Voice = { lines: ReportedLine[]; lufs: number }

/** Each voice against the middle of the others. That one was recorded too low is said as such, and blames no other. */
function voiceFindings({ lines, targetLufs }: MasterReport): Finding[] {
  const voices = voicesOf(lines).filter((voice) => !voice.lines.every(({ warning }) => warning === 'quiet'))
  return voices.flatMap((voice): Finding[] => {
    const [first] = voice.lines
    const others = voices.filter((other) => other !== voice).map(({ lufs }) => lufs)
    const byLu = voice.lufs - middleOf(others)
    // Of two that differ, the one at the target is right.
    const isRight = Math.abs(voice.lufs - targetLufs) < 1 || byLu * (voice.lufs - targetLufs) < 0
    if (!first || others.length === 0 || isRight || Math.abs(byLu) < voiceApartLu) return []
    return [{ kind: byLu < 0 ? 'voice-low' : 'voice-high', byLu: Math.abs(byLu), ...whereIs(first) }]
  })
}

/** Lines of the same person are one voice; a line of nobody in particular is one by itself. */
function voicesOf(lines: readonly ReportedLine[]): Voice[] {
  const spoken = lines.filter(isSpeech).filter(({ predictedLufs }) => predictedLufs !== null)
  const voices = Map.groupBy(spoken, ({ who, itemId }) => who.trim().toLocaleLowerCase('fr') || itemId)
  return [...voices.values()].flatMap((own) => {
    const lengthMs = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
    const energy = own.reduce(
      (sum, { startMs, endMs, predictedLufs }) => sum + energyOf(predictedLufs ?? -70) * (endMs - startMs),
      0,
    )
    const lufs = lengthMs < leastVoiceMs ? null : lufsOf(energy / lengthMs)
    return lufs === null ? [] : [{ lines: own, lufs }]
  })
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

function peakFinding({ peaks, lines }: MasterReport, { truePeakDbtp, mostDbtp }: Measured): Finding[] {
  if (truePeakDbtp === null || truePeakDbtp < mostDbtp - nearDb) return []
  const highest = peaks.toSorted((a, b) => (b.truePeakDbtp ?? -70) - (a.truePeakDbtp ?? -70))[0]
  const line = highest && lines.find(({ endMs }) => endMs > highest.startMs)
  return [{ kind: 'peak-near', truePeakDbtp, title: line?.title ?? '' }]
}
