import './air.css'
import type { AirRow } from '#lib/rundown/air-rows.ts'
import type { Instant } from '#lib/time/duration.ts'
import { RunningRow } from './running-row.tsx'

type Props = {
  rows: readonly AirRow[]
  zone: string
  /** Where times are counted from when there is no wall clock. */
  origin: Instant | null
  /** Lines can be chosen where there is somebody to take them. */
  choice?: { chosen: string | null; choose: (id: string) => void }
}

/** The whole show: what was played and when, what is on air, what comes and when it must. */
export function RunningList({ rows, zone, origin, choice }: Props) {
  return (
    <div>
      <div className="air-heads gap-3 px-2 text-small font-bold" aria-hidden="true">
        <span>Ligne</span>
        <span className="air-times">
          <span>Durée</span>
          <span>Début</span>
          <span>Au plus tard</span>
        </span>
      </div>
      <ol className="air-rows" aria-label="Lignes de l’émission">
        {rows.map((row) => (
          <RunningRow
            key={row.id}
            row={row}
            zone={zone}
            origin={origin}
            choice={choice && { isChosen: choice.chosen === row.id, choose: () => choice.choose(row.id) }}
          />
        ))}
      </ol>
    </div>
  )
}
