'use client'
import './presentation.css'
import { useMemo } from 'react'
import { type ShowTexts, useShowTexts } from '#app/_prompter/use-show-texts.ts'
import { useWakeLock } from '#app/_prompter/use-wake-lock.ts'
import { useServerNow } from '#app/_rundown/air-log.ts'
import { RehearsalNote } from '#app/_rundown/rehearsal-note.tsx'
import { type PresentedShow, presented } from '#lib/rundown/presenter.ts'
import { promptSections } from '#lib/rundown/prompt.ts'
import type { Instant } from '#lib/time/duration.ts'
import { NextLine } from './next-line.tsx'
import { NowLine } from './now-line.tsx'
import { PresenterHead } from './presenter-head.tsx'

type Props = { title: string; airs: string; show: PresentedShow; screen: ShowTexts; now: Instant }

/** The presenter's screen: what is on air and how long, what to say, what comes next. Read only. */
export function PresenterView({ title, airs, show, screen, now: first }: Props) {
  const { live, lines, texts, state, isOnline } = useShowTexts(screen)
  const now = useServerNow(live, first)
  const at = presented(lines, show, state, now)
  const onAirId = state.onAir?.itemId ?? null
  const sections = useMemo(() => promptSections(lines, texts, onAirId), [lines, texts, onAirId])
  const sectionOf = (id: string | undefined) => sections.find((section) => section.id === id) ?? null
  useWakeLock(at.stage === 'onAir')
  const { isRehearsal, episodeId } = screen
  return (
    <main className="presentation">
      <PresenterHead
        title={title}
        back={`/regie/emissions/${episodeId}/conducteur`}
        now={now}
        zone={show.isRecorded ? null : show.zone}
        overMs={at.overMs}
        isOnline={isOnline}
      >
        {isRehearsal && <RehearsalNote show={`/regie/emissions/${episodeId}/presentation`} />}
      </PresenterHead>
      {at.stage === 'onAir' ? (
        <NowLine title={at.title} section={sectionOf(at.current?.id)} countdown={at.countdown} />
      ) : (
        <p className="presentation-wait">
          {waitingWords({ isOver: at.stage === 'over', isRehearsal, isRecorded: show.isRecorded, airs })}
        </p>
      )}
      {at.stage !== 'over' && <NextLine section={sectionOf(at.next?.id)} isFirst={at.stage === 'before'} />}
    </main>
  )
}

type Waiting = { isOver: boolean; isRehearsal: boolean; isRecorded: boolean; airs: string }

function waitingWords({ isOver, isRehearsal, isRecorded, airs }: Waiting): string {
  if (isRehearsal) return isOver ? 'La répétition est finie.' : 'La répétition n’a pas commencé.'
  if (isOver) return 'L’émission est finie.'
  return isRecorded ? 'L’enregistrement n’a pas commencé.' : `Pas encore à l’antenne : ${airs}.`
}
