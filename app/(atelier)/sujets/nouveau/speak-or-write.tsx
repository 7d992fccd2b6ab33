'use client'
import { Mic, PencilLine } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { keepInAddress } from './kept-beginning.ts'

const SaidHere = lazy(() => import('./said-here.tsx'))

type Props = {
  memberId: string
  storyId: string
  /** Something was already said to one of the questions. */
  isSpoken: boolean
  /** The field that *Écrire* leads to, and how that is called where one chooses instead. */
  field: string
  write?: string
  /** What the recording is called: "Mon idée". */
  takeName: string
}

/** The two ways to answer, side by side. The recorder comes when it is asked for; a voice stays on the device until then. */
export function SpeakOrWrite({ memberId, storyId, isSpoken, field, write = 'Écrire', takeName }: Props) {
  const [isOpen, setOpen] = useState(isSpoken)
  const [isRecording, setRecording] = useState(false)
  const [hasSpoken, setSpoken] = useState(isSpoken)
  const told = useRef(isSpoken)
  const box = useRef<HTMLDivElement>(null)
  const formOf = () => box.current?.closest('form') ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said changes what the form carries.
  useEffect(() => {
    const form = formOf()
    if (form && hasSpoken !== told.current) keepInAddress(memberId, form)
    told.current = hasSpoken
  }, [hasSpoken])
  const speak = () => {
    setOpen(true)
    setRecording(true)
    // From the first second on there is something to come back to, should the battery die.
    setSpoken(true)
  }
  const toField = () => {
    const input = formOf()?.elements.namedItem(field)
    const first = input instanceof RadioNodeList ? input[0] : input
    if (first instanceof HTMLElement) first.focus()
  }
  return (
    <div ref={box} className="grid grid-cols-1 gap-4 noscript:hidden">
      {!isRecording && (
        <div className="grid grid-cols-2 gap-2">
          <Button icon={<Mic />} wide onClick={speak}>
            Parler
          </Button>
          <Button icon={<PencilLine />} wide onClick={toField}>
            {write}
          </Button>
        </div>
      )}
      {hasSpoken && <input type="hidden" name="parle" value="oui" />}
      {isOpen && (
        <Suspense fallback={<p role="status">Un instant, le micro arrive…</p>}>
          <SaidHere
            {...{ memberId, storyId, takeName, isRecording }}
            onDone={() => setRecording(false)}
            onCount={(takes) => setSpoken(takes > 0)}
          />
        </Suspense>
      )}
    </div>
  )
}
