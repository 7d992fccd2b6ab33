import { Clock } from '#app/_ui/clock.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import type { ShowTotals } from '#lib/rundown/as-run.ts'
import { wallClock } from '#lib/rundown/sheet.ts'

/** The show as a whole: what was planned, what it was, and how it fits its slot. */
export function ShowTotalsView({ totals, zone }: { totals: ShowTotals; zone: string }) {
  const { plannedMs, slotMs, actualMs, startedAt, endedAt } = totals
  return (
    <dl className="tabular grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-2 [&_dt]:font-bold">
      <dt>Créneau</dt>
      <dd>
        <Clock durationMs={slotMs} />
      </dd>
      <dt>Prévu</dt>
      <dd>
        <Clock durationMs={plannedMs} />
      </dd>
      {startedAt !== null && (
        <>
          <dt>À l’antenne</dt>
          <dd>
            de {wallClock(startedAt, zone)} {endedAt === null ? '' : `à ${wallClock(endedAt, zone)}`}
          </dd>
        </>
      )}
      {actualMs !== null && (
        <>
          <dt>Réel</dt>
          <dd className="grid justify-items-start gap-2">
            <Clock durationMs={actualMs} />
            <OverUnder overMs={actualMs - slotMs} />
          </dd>
        </>
      )}
    </dl>
  )
}
