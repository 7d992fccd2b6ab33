import type { MeterReading } from './mp3.ts'

/** What one render is made with: `trimDb` on every cut, and the limiter's ceiling. */
export type RenderSettings = { trimDb: number; ceilingDbtp: number }

/**
 * Null when a file is good: within 0.1 LU of `aimLufs` and not above `mostDbtp` once decoded. Otherwise what
 * the next round must be made with, its levels planned again under the new ceiling.
 */
export function nextRound(
  made: RenderSettings,
  found: MeterReading,
  { aimLufs, mostDbtp }: { aimLufs: number | null; mostDbtp: number },
): RenderSettings | null {
  const missing = aimLufs === null || found.integratedLufs === null ? 0 : aimLufs - found.integratedLufs
  const excess = (found.truePeakDbtp ?? mostDbtp) - mostDbtp
  if (Math.abs(missing) <= 0.1 && excess <= 0) return null
  return {
    // Limiting eats a part of what is added.
    trimDb: made.trimDb + missing * (missing > 0 ? 1.15 : 1),
    // The encoder answers every change with other peaks: some room saves a third round.
    ceilingDbtp: made.ceilingDbtp - (excess > 0 ? excess + 0.25 : 0),
  }
}
