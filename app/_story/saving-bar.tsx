'use client'
import { CloudCheck, CloudOff, LoaderCircle, Smartphone, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { type Saving, type SavingFacts, savingOf, savingWords } from './saving.ts'

const icons: Record<Saving, typeof CloudCheck> = {
  opening: LoaderCircle,
  kept: CloudCheck,
  here: Smartphone,
  nowhere: TriangleAlert,
  offline: CloudOff,
  'offline-nowhere': TriangleAlert,
  refused: TriangleAlert,
}
/** Good news waits for a pause, so that the line does not flicker at each letter; bad news does not wait. */
const PAUSE_MS = 700

/** Where the words are, and how long they last: always in sight while one writes. */
export function SavingBar({ facts, children }: { facts: SavingFacts; children?: ReactNode }) {
  const saving = useSettled(savingOf(facts))
  const place = usePlace()
  useLeaveWarning(saving === 'nowhere' || saving === 'offline-nowhere')
  const Icon = icons[saving]
  const isCalm = saving === 'kept' || saving === 'here' || saving === 'opening'
  return (
    <div className="saving-bar">
      <p
        className="flex items-start gap-2"
        role="status"
        aria-live={isCalm ? 'off' : 'polite'}
        data-saving={saving}
      >
        <span className={isCalm ? 'mt-0.5 text-ok' : 'mt-0.5 text-warn'}>
          <Icon />
        </span>
        <span className="min-w-0">{savingWords(saving, place, facts)}</span>
      </p>
      {children}
    </div>
  )
}

function useSettled(saving: Saving): Saving {
  const [settled, setSettled] = useState(saving)
  useEffect(() => {
    if (saving !== 'kept') return setSettled(saving)
    const timer = setTimeout(() => setSettled('kept'), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [saving])
  return settled === 'kept' ? saving : settled
}

const never = () => () => undefined

function usePlace(): string {
  const isPhone = useSyncExternalStore(
    never,
    () => matchMedia('(pointer: coarse)').matches,
    () => true,
  )
  return isPhone ? 'ce téléphone' : 'cet ordinateur'
}

/** Only when leaving would lose words: nothing else may hold a person back. */
function useLeaveWarning(needed: boolean) {
  useEffect(() => {
    if (!needed) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [needed])
}
