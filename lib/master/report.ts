import { z } from 'zod'
import { lufsOf, shortTermEnergies } from '#lib/sound/loudness.ts'
import type { MasterPlan } from './plan.ts'
import type { PeakOf } from './rendering.ts'

const warning = z.enum(['quiet', 'noisy', 'short']).nullable()
/** A line as it stands in the master: gains in dB, loudness in LUFS, ms from the master's start. */
const reportedLine = z.object({
  itemId: z.string(),
  title: z.string(),
  who: z.string(),
  kind: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  gainDb: z.number(),
  predictedLufs: z.number().nullable(),
  warning,
})
const masterReport = z.object({
  lines: z.array(reportedLine),
  leftOut: z.array(
    z.object({
      itemId: z.string(),
      title: z.string(),
      reason: z.enum([
        'no-sound',
        'skipped',
        'antenne-only',
        'podcast-only',
        'commercial-music',
        'consent-missing',
        'consent-refused',
        'silent',
        'damaged',
      ]),
    }),
  ),
  targetLufs: z.number(),
  predictedLufs: z.number().nullable(),
  predictedDbtp: z.number().nullable(),
  trimDb: z.number(),
  rounds: z.number(),
  slot: z
    .object({
      fillMs: z.number(),
      overMs: z.number(),
      // Reports of before there was music.
      filledBy: z.enum(['music', 'silence']).default('silence'),
    })
    .nullable(),
  /** Loudness of the last 3 s, LUFS, at each whole second from 3 s on; null where nothing is heard. */
  curve: z.array(z.number().nullable()),
  /** The decoded true peak of each stretch that was encoded by itself. */
  peaks: z.array(z.object({ startMs: z.number(), endMs: z.number(), truePeakDbtp: z.number().nullable() })),
})

export type ReportedLine = z.infer<typeof reportedLine>
/** What the report of a finished master tells, beside its measured figures. */
export type MasterReport = z.infer<typeof masterReport>

/** A stored report as it was written; null for none, or for one of another time that reads differently. */
export function readReport(stored: unknown): MasterReport | null {
  return masterReport.safeParse(stored).data ?? null
}

/** The report of a render: what was planned, and what the rendering took. */
export function reportOf(
  plan: MasterPlan,
  rendered: { rounds: number; peaks: readonly PeakOf[] },
): MasterReport {
  const { lines, leftOut, predictedLufs, predictedDbtp, trimDb, slot, subBlocks, targets } = plan
  return {
    ...{ lines, leftOut, predictedLufs, predictedDbtp, trimDb, slot, targetLufs: targets.lufs },
    ...{ rounds: rendered.rounds, peaks: [...rendered.peaks], curve: curveOf(subBlocks) },
  }
}

function curveOf(subBlocks: ArrayLike<number>): (number | null)[] {
  const windows = shortTermEnergies(subBlocks)
  return Array.from({ length: Math.ceil(windows.length / 10) }, (_, second) => {
    const lufs = lufsOf(windows[second * 10] ?? 0)
    return lufs === null || lufs < -70 ? null : Math.round(lufs * 10) / 10
  })
}
