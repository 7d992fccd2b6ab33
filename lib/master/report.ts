import type { RenderedMaster } from './mix.server.ts'
import type { CutWarning, LeftOut, MasterPlan } from './plan.ts'

/** What was done to each sound, for the report: gains in dB, loudness in LUFS. */
export type ReportedCut = {
  title: string
  durationMs: number
  gainDb: number
  predictedLufs: number | null
  warning: CutWarning | null
}

/** What the report of a finished master tells, beside its measured figures. */
export type MasterReport = {
  cuts: ReportedCut[]
  leftOut: LeftOut[]
  predictedLufs: number | null
  rounds: number
  mostLimitedDb: number
}

export function reportOf(
  plan: MasterPlan,
  rendered: Pick<RenderedMaster, 'rounds' | 'mostLimitedDb'>,
): MasterReport {
  return {
    cuts: plan.cuts.map(({ title, startMs, endMs, gainDb, predictedLufs, warning }) => ({
      title,
      durationMs: endMs - startMs,
      gainDb,
      predictedLufs,
      warning,
    })),
    leftOut: plan.leftOut,
    predictedLufs: plan.predictedLufs,
    rounds: rendered.rounds,
    mostLimitedDb: rendered.mostLimitedDb,
  }
}
