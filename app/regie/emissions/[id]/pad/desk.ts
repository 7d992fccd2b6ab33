import type { MasterKind } from '#lib/db/schema.ts'
import { type Finding, findingsOf } from '#lib/master/findings.ts'
import type { Master } from '#lib/master/master.server.ts'
import type { MasterPlan } from '#lib/master/plan.ts'
import { reportOf } from '#lib/master/report.ts'
import { type Stale, staleness } from '#lib/master/stale.ts'

/** One of the two masters as the page shows it: what would be made, what is being made, what was made. */
export type Desk = {
  kind: MasterKind
  plan: MasterPlan
  mostDbtp: number
  /** The length that it is held against, ms; null for the podcast. */
  slotMs: number | null
  running: Master | null
  /** Reason of the last failure, while nothing newer stands. */
  failure: string | null
  ready: Master | null
  stale: Stale | null
}

type Given = Pick<Desk, 'kind' | 'plan' | 'mostDbtp' | 'slotMs'> & {
  masters: readonly Master[]
  version: number
}

/** Where one kind of master stands. `masters` are the newest first. */
export function deskOf({ masters, version, ...given }: Given): Desk {
  const own = masters.filter(({ kind }) => kind === given.kind)
  const [latest] = own
  const isRunning = latest?.state === 'asked' || latest?.state === 'rendering'
  const ready = own.find(({ state }) => state === 'ready') ?? null
  return {
    ...given,
    running: latest && isRunning ? latest : null,
    failure: latest?.state === 'failed' ? (latest.failure ?? 'master.broken') : null,
    ready,
    stale: ready && staleness(ready, { plan: given.plan, version }),
  }
}

export const isEmpty = ({ plan }: Desk) => plan.lines.length === 0
/** Whether it was made, and making it again would give the same. */
export const isDone = ({ ready, stale }: Desk) => ready !== null && stale === null

/** What the page says elsewhere, or what only a finished file can tell. */
const notForeseen = ['level-good', 'slot-over', 'slot-under', 'slot-filled', 'peak-near']

/** What will have to be heard again in a master that is not made yet; the same of two masters once. */
export function foreseen(desks: readonly Desk[]): Finding[] {
  const all = desks.flatMap(({ plan, mostDbtp, slotMs }) => {
    const { durationMs, predictedLufs: integratedLufs } = plan
    const measured = { durationMs, integratedLufs, truePeakDbtp: null, mostDbtp, slotMs }
    return findingsOf(reportOf(plan, { rounds: 0, peaks: [] }), measured)
  })
  const named = all
    .filter(({ kind }) => !notForeseen.includes(kind))
    .map((finding): [string, Finding] => [nameOf(finding), finding])
  return [...new Map(named.toReversed()).values()].toReversed()
}

function nameOf(finding: Finding): string {
  const where = 'itemId' in finding ? finding.itemId : 'title' in finding ? finding.title : ''
  return `${finding.kind} ${where}`
}
