import { SkipForward } from 'lucide-react'
import type { AirRow } from '#lib/rundown/air-rows.ts'
import { formatDuration, type Instant } from '#lib/time/duration.ts'
import { timeFigures, titleOf } from './air-words.ts'

type Props = { next: AirRow | null; zone: string; origin: Instant | null }

/** What comes after the line on air, and when. */
export function NextLine({ next, zone, origin }: Props) {
  return (
    <p className="flex items-start gap-3 text-lead">
      <SkipForward className="mt-1" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {next ? (
          <>
            <span className="font-bold">Ensuite : {titleOf(next)}</span>{' '}
            <span className="tabular">
              {formatDuration(next.durationMs)}
              {next.start !== null && ` · à ${timeFigures(next.start, zone, origin)}`}
            </span>
          </>
        ) : (
          <span>Rien d’autre n’est prévu.</span>
        )}
      </span>
    </p>
  )
}
