import type { MeterReading } from './mp3.ts'
import type { MasterPlan, Planning } from './plan.ts'

/** What to do after a rendered file was measured: nothing (null), or to plan again with these. */
export type Mending = Required<Pick<Planning, 'correctionDb' | 'loweredDb'>>

/** A finished master may be this far from its loudness, LU. */
export const mostOffLu = 0.1

/** A stretch of a rendered master and its own highest peak once decoded. */
export type PeakOf = { startMs: number; endMs: number; truePeakDbtp: number | null }

/**
 * Null when a rendered master is good: within 0.1 LU of its aim and nowhere above `mostDbtp` once
 * decoded. Else what to plan again with: a louder or softer whole, a lower ceiling for the lines that peaked.
 */
export function mendingOf(
  plan: MasterPlan,
  found: MeterReading,
  peaks: readonly PeakOf[],
  { mostDbtp, made }: { mostDbtp: number; made: Mending },
): Mending | null {
  const { aimLufs: wished, lines } = plan
  const missing = wished === null || found.integratedLufs === null ? 0 : wished - found.integratedLufs
  const loud = peaks.filter(({ truePeakDbtp }) => (truePeakDbtp ?? mostDbtp) > mostDbtp)
  if (Math.abs(missing) <= mostOffLu && loud.length === 0) return null
  const loweredDb = new Map(made.loweredDb)
  for (const { startMs, endMs, truePeakDbtp } of loud) {
    // The encoder answers every change with other peaks: some room saves another round.
    const excess = (truePeakDbtp ?? mostDbtp) - mostDbtp + 0.25
    for (const line of lines)
      if (line.startMs < endMs && line.endMs > startMs)
        loweredDb.set(line.itemId, (made.loweredDb.get(line.itemId) ?? 0) + excess)
  }
  const correctionDb = made.correctionDb + (Math.abs(missing) > mostOffLu ? missing : 0)
  return { correctionDb, loweredDb }
}
