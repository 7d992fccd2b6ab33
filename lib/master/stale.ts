import type { LeftOut, MasterTargets } from './items.ts'
import type { MasterReport, ReportedLine } from './report.ts'

/** Why a finished master is no longer what would be made now. */
export type Stale = 'rundown' | 'settings' | 'sounds' | 'consents'

type Planned = {
  lines: readonly Pick<ReportedLine, 'itemId' | 'startMs' | 'endMs' | 'gainDb'>[]
  leftOut: readonly Pick<LeftOut, 'itemId' | 'reason'>[]
  targets: Pick<MasterTargets, 'lufs' | 'slotMs'>
}
type Made = { rundownVersion: number; report: MasterReport | null }

/** A gain may be this far from the one planned, dB: what a render lowers by itself is no change. */
const sameGainDb = 0.5
const sameLu = 0.01

/** What changed since a master was made, or null when the same would come out again. */
export function staleness(
  { rundownVersion, report }: Made,
  { plan, version }: { plan: Planned; version: number },
): Stale | null {
  if (rundownVersion !== version) return 'rundown'
  if (!report) return null
  if (Math.abs(report.targetLufs - plan.targets.lufs) > sameLu) return 'settings'
  if ((report.slot !== null) !== (plan.targets.slotMs !== null)) return 'settings'
  if (heldBack(report) !== heldBack(plan)) return 'consents'
  const same = plan.lines.every((line, index) => {
    const made = report.lines[index]
    return (
      made?.itemId === line.itemId &&
      made.startMs === line.startMs &&
      made.endMs === line.endMs &&
      Math.abs(made.gainDb - line.gainDb) <= sameGainDb
    )
  })
  return same && plan.lines.length === report.lines.length ? null : 'sounds'
}

/** The lines that somebody's voice keeps out. */
function heldBack({ leftOut }: Pick<Planned, 'leftOut'>): string {
  const ids = leftOut.filter(({ reason }) => reason.startsWith('consent-')).map(({ itemId }) => itemId)
  return ids.toSorted().join(' ')
}
