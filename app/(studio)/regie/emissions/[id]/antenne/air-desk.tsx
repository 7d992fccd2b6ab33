'use client'
import '#app/_rundown/air.css'
import type { ReactNode } from 'react'
import { useWakeLock } from '#app/_prompter/use-wake-lock.ts'
import { titleOf } from '#app/_rundown/air-words.ts'
import { NowPanel } from '#app/_rundown/now-panel.tsx'
import { RunningList } from '#app/_rundown/running-list.tsx'
import { type AirStart, useLiveAir } from '#app/_rundown/use-live-air.ts'
import type { SpokenPart } from '#lib/story/document.ts'
import { AirButtons } from './air-buttons.tsx'
import { AirTools } from './air-tools.tsx'
import { AirVoice } from './air-voice.tsx'
import { LinesToRead } from './lines-to-read.tsx'
import { RehearsalBanner } from './rehearsal-banner.tsx'
import { TakeChosen } from './take-chosen.tsx'
import { UnsentNote } from './unsent-note.tsx'
import { useAirGestures } from './use-air-gestures.ts'

type Props = {
  start: AirStart
  /** What is said in the texts of the lines, by story. */
  texts: Record<string, readonly SpokenPart[]>
  zone: string
  /** What else the page offers, under the list. */
  children: ReactNode
}

/** The desk from which a show is called: what is on, what comes, what to read, and the next line under the thumb. */
export function AirDesk({ start, texts, zone, children }: Props) {
  const { air, view, rundown } = useLiveAir(start)
  const { chosen, setChosen, gestures } = useAirGestures(air, view)
  const { rows, origin, stage, current, next } = view
  const chosenRow = rows.find(({ id }) => id === chosen)
  const end = () => air.do({ deed: 'end' })
  useWakeLock(stage === 'running')
  const at = `/regie/emissions/${start.episodeId}`
  return (
    <>
      <div className="grid gap-3 pb-6">
        {start.isRehearsal && (
          <RehearsalBanner leave={`${at}/antenne`} onAgain={() => void air.startAgain()} />
        )}
        <UnsentNote {...view} />
        <AirVoice current={current} />
        <div className="grid items-start gap-6 min-[60rem]:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="grid gap-3">
            <NowPanel view={view} zone={zone} />
            <LinesToRead lines={rundown.lines} texts={texts} currentId={current?.id} nextId={next?.id} />
          </div>
          <section className="grid gap-3">
            <h2 className="text-lead">Toutes les lignes</h2>
            <RunningList rows={rows} zone={zone} origin={origin} choice={{ chosen, choose: setChosen }} />
            <AirTools
              at={at}
              isRehearsal={start.isRehearsal}
              current={current}
              mayEnd={current !== null && next !== null}
              onEnd={end}
            />
            {children}
          </section>
        </div>
      </div>
      <div className="air-bar mt-auto grid gap-2">
        {chosenRow && (
          <TakeChosen
            title={titleOf(chosenRow)}
            onTake={gestures.takeChosen}
            onCancel={() => setChosen(null)}
          />
        )}
        <AirButtons view={view} gestures={gestures} onEnd={end} />
      </div>
    </>
  )
}
