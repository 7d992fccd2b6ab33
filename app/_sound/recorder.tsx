'use client'
import { Check, Mic, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { LiveTake } from './live-take.tsx'
import { closeMicrophone, type NoMicrophone, openMicrophone } from './microphone.ts'
import { NoMicrophoneNote } from './no-microphone-note.tsx'
import { keepTake } from './sendings.ts'
import { TakeRecorder } from './take-recorder.ts'
import { TakeReview } from './take-review.tsx'
import type { Take } from './take-shelf.ts'
import { momentWords } from './take-words.ts'

type Step =
  | { kind: 'asking' }
  | { kind: 'none'; why: NoMicrophone }
  | { kind: 'live'; recorder: TakeRecorder }
  | { kind: 'review'; take: Take; sound: Blob; wasCut: boolean }

type Props = {
  memberId: string
  storyId: string | null
  /** What the take is called, before its date. */
  named?: string
  /** Keeps the take instead of sending it: its story is not there yet. */
  onKeep?: (take: Take) => Promise<void>
  /** Closed: after a take was kept, or put off. */
  onDone: () => void
}

/** One take: the microphone, the voice, then keep it or say it again. It opens where the button was. */
export function Recorder({ memberId, storyId, named = 'Enregistrement', onKeep, onDone }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const box = useRef<HTMLDivElement>(null)
  const live = useRef<TakeRecorder | null>(null)
  const opened = useRef(0)
  const begin = async () => {
    const mine = ++opened.current
    setStep({ kind: 'asking' })
    const stream = await openMicrophone()
    if (typeof stream === 'string') return setStep({ kind: 'none', why: stream })
    // Closed, or asked again, while the browser was asking.
    if (mine !== opened.current) return closeMicrophone(stream)
    const name = `${named} ${momentWords(new Date())}`
    live.current = new TakeRecorder(stream, { memberId, storyId, name, passage: '', isChosen: false })
    setStep({ kind: 'live', recorder: live.current })
  }
  const end = async (recorder: TakeRecorder) => {
    const sound = await recorder.stop()
    setStep({ kind: 'review', take: recorder.take, sound, wasCut: recorder.current().wasCut })
  }
  const keep = async (take: Take, sound: Blob) => {
    if (onKeep) return await onKeep(take)
    await keepTake(take, sound)
    onDone()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the microphone is asked for once, when this opens.
  useEffect(() => {
    void begin()
    return () => {
      opened.current++
      // Leaving the page ends the take: what was said stays on the device.
      void live.current?.stop()
    }
  }, [])
  // The button that was pressed is gone: the eye and the screen reader go on here.
  useEffect(() => {
    if (step.kind !== 'asking') box.current?.focus()
  }, [step.kind])
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-24 outline-none">
      {step.kind === 'asking' && (
        <p role="status" className="flex items-center gap-3 rounded-card border-2 border-border p-gutter">
          <Mic /> Le navigateur va demander si on peut utiliser le micro. Dites oui.
        </p>
      )}
      {step.kind === 'none' && (
        <NoMicrophoneNote why={step.why} whose={{ memberId, storyId }} retry={begin} close={onDone} />
      )}
      {step.kind === 'live' && <LiveTake recorder={step.recorder} end={() => end(step.recorder)} />}
      {step.kind === 'review' && (
        <TakeReview take={step.take} sound={step.sound} wasCut={step.wasCut}>
          <Button icon={<RotateCcw />} onClick={begin}>
            Refaire une prise
          </Button>
          <Button variant="primary" icon={<Check />} onClick={() => keep(step.take, step.sound)}>
            Garder cette prise
          </Button>
        </TakeReview>
      )}
    </div>
  )
}
