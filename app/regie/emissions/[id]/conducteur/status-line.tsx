'use client'
import { CircleCheck, CloudOff, Hourglass, Timer, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LiveView } from '#app/_rundown/live-rundown.ts'
import { Button } from '#app/_ui/button.tsx'
import { underWayWords } from './past-words.ts'

type Props = { view: LiveView; onClash: () => void }

/** Where this person's changes are. What goes well within a moment is not told, so that the line stays calm. */
export function StatusLine({ view, onClash }: Props) {
  const isAway = !view.isOnline || view.isSignedOut
  const { icon, words } = statusOf(view)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <p className="flex items-start gap-2 text-small" role="status" aria-live={isAway ? 'polite' : 'off'}>
        {icon}
        <span className="min-w-0">{words}</span>
      </p>
      {view.clash && (
        <Button icon={<TriangleAlert />} onClick={onClash} aria-haspopup="dialog">
          Choisir entre deux versions
        </Button>
      )}
    </div>
  )
}

function statusOf({ pending, isOnline, isSignedOut, underWay }: LiveView) {
  const late = <Timer className="mt-0.5 text-warn" />
  if (isSignedOut)
    return {
      icon: <TriangleAlert className="mt-0.5 text-warn" />,
      words: 'Vous n’êtes plus connecté. Vos changements sont gardés ici : reprenez votre carte pour entrer.',
    }
  if (!isOnline)
    return {
      icon: <CloudOff className="mt-0.5 text-warn" />,
      words: 'Hors connexion : vos changements partiront au retour du réseau',
    }
  if (underWay) return { icon: <Hourglass className="mt-0.5" />, words: underWayWords[underWay] }
  if (pending === 0) return { icon: <CircleCheck className="mt-0.5 text-ok" />, words: 'C’est gardé' }
  return {
    icon: late,
    words: `Pas encore gardé : ${pending} ${pending > 1 ? 'changements' : 'changement'}`,
  }
}

/** A change that is stored in less than this is not shown as unsaved: the page would flicker at each key. */
const CALM_MS = 400

/** The view with what is not stored yet, once that has lasted; until then as if it were. What is under way is told at once. */
export function useCalm(view: LiveView): LiveView {
  const [isLate, setLate] = useState(false)
  const isPending = view.pending > 0
  useEffect(() => {
    if (!isPending) return setLate(false)
    const timer = setTimeout(() => setLate(true), CALM_MS)
    return () => clearTimeout(timer)
  }, [isPending])
  return isLate || !isPending ? view : { ...view, pending: 0, unsaved: none }
}

const none: ReadonlySet<string> = new Set()
