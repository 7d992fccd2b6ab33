import { z } from 'zod'
import type { RenderedMaster } from './mix.server.ts'
import type { MasterPlan } from './plan.ts'

/** What was done to each sound: gains in dB, loudness in LUFS. */
const reportedCut = z.object({
  title: z.string(),
  durationMs: z.number(),
  gainDb: z.number(),
  predictedLufs: z.number().nullable(),
  warning: z.enum(['quiet', 'noisy', 'short']).nullable(),
})
const reportedLeftOut = z.object({
  itemId: z.string(),
  title: z.string(),
  reason: z.enum(['no-sound', 'antenne-only', 'silent']),
})
const masterReport = z.object({
  cuts: z.array(reportedCut),
  leftOut: z.array(reportedLeftOut),
  predictedLufs: z.number().nullable(),
  rounds: z.number(),
  mostLimitedDb: z.number(),
})

export type ReportedCut = z.infer<typeof reportedCut>
/** What the report of a finished master tells, beside its measured figures. */
export type MasterReport = z.infer<typeof masterReport>

/** A stored report as it was written; null for none, or for one of another time that reads differently. */
export function readReport(stored: unknown): MasterReport | null {
  return masterReport.safeParse(stored).data ?? null
}

/** The report of a render: what was planned, and what the rendering took. */
export function reportOf(
  plan: MasterPlan,
  { rounds, mostLimitedDb }: Pick<RenderedMaster, 'rounds' | 'mostLimitedDb'>,
): MasterReport {
  const { leftOut, predictedLufs } = plan
  const cuts = plan.cuts.map(({ title, startMs, endMs, gainDb, predictedLufs: reached, warning }) => ({
    ...{ title, gainDb, warning },
    durationMs: endMs - startMs,
    predictedLufs: reached,
  }))
  return { cuts, leftOut, predictedLufs, rounds, mostLimitedDb }
}
