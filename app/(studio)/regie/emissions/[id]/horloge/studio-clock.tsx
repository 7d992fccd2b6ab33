'use client'
import '#app/_rundown/air.css'
import { useWakeLock } from '#app/_prompter/use-wake-lock.ts'
import { timeFigures, titleOf } from '#app/_rundown/air-words.ts'
import { EndFigure } from '#app/_rundown/end-figure.tsx'
import { RehearsalNote } from '#app/_rundown/rehearsal-note.tsx'
import { StagePanel } from '#app/_rundown/stage-panel.tsx'
import { type AirStart, useLiveAir } from '#app/_rundown/use-live-air.ts'

/** The hour, what remains of the line and of the show, and the state in a word. A recorded show has no hour. */
export function StudioClock({ start, zone }: { start: AirStart; zone: string }) {
  const { view } = useLiveAir(start)
  const { origin, next, now, isOnline } = view
  // A wall clock is looked at and never touched.
  useWakeLock(true)
  return (
    <div className="grid grow content-evenly gap-3 pb-4">
      {start.isRehearsal && <RehearsalNote show={`/regie/emissions/${start.episodeId}/horloge`} />}
      {origin === null && (
        <p
          role="timer"
          aria-live="off"
          aria-label="Heure"
          className="air-wall tabular max-w-none text-center font-title font-bold leading-none"
        >
          {timeFigures(now, zone, null)}
        </p>
      )}
      <StagePanel view={view} size="huge" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        {next && <p className="air-far">Ensuite : {titleOf(next)}</p>}
        <EndFigure overMs={view.overMs} hasWallClock={origin === null} far />
      </div>
      {!isOnline && (
        <p role="status">Pas de réseau : l’horloge continue, les gestes des autres arriveront.</p>
      )}
    </div>
  )
}
