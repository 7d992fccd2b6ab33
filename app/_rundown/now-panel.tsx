import type { AirView } from '#lib/rundown/air-view.ts'
import { EndFigure } from './end-figure.tsx'
import { HourNow } from './hour-now.tsx'
import { NextLine } from './next-line.tsx'
import { StagePanel } from './stage-panel.tsx'

/** What is on air, what comes next, whether the show will end in time, and the hour where there is one. */
export function NowPanel({ view, zone }: { view: AirView; zone: string }) {
  const { stage, next, origin, overMs, now } = view
  return (
    <div className="air-now grid gap-3">
      <StagePanel view={view} size="large" />
      {stage !== 'after' && <NextLine next={next} zone={zone} origin={origin} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <EndFigure overMs={overMs} hasWallClock={origin === null} />
        {origin === null && <HourNow now={now} zone={zone} />}
      </div>
    </div>
  )
}
