'use client'
import { useEffect, useRef, useState } from 'react'
import { closeMicrophone, type NoMicrophone, openMicrophone } from './microphone.ts'
import { keepTake } from './sendings.ts'
import { TakeRecorder } from './take-recorder.ts'
import type { Take } from './take-shelf.ts'

/** Where one is between "Enregistrer" and a kept take. */
export type StudioStep =
  | { kind: 'asking' }
  | { kind: 'none'; why: NoMicrophone }
  | { kind: 'before'; stream: MediaStream }
  | { kind: 'count'; stream: MediaStream }
  | { kind: 'live'; recorder: TakeRecorder }
  | { kind: 'review'; take: Take; sound: Blob; wasCut: boolean }

type Whose = Pick<Take, 'memberId' | 'storyId' | 'name' | 'passage' | 'isChosen'>
export type Studio = ReturnType<typeof useStudio>

/** One take in the studio. The microphone opens with it, and closes with it: what was said stays on the device. */
export function useStudio(whose: () => Whose) {
  const [step, setStep] = useState<StudioStep>({ kind: 'asking' })
  const microphone = useRef<MediaStream | null>(null)
  const live = useRef<TakeRecorder | null>(null)
  const opened = useRef(0)

  const open = async () => {
    const mine = ++opened.current
    setStep({ kind: 'asking' })
    const stream = await openMicrophone()
    if (typeof stream === 'string') return mine === opened.current && setStep({ kind: 'none', why: stream })
    // Closed, or asked again, while the browser was asking.
    if (mine !== opened.current) return closeMicrophone(stream)
    microphone.current = stream
    const lost = () => microphone.current === stream && setStep({ kind: 'none', why: 'missing' })
    stream.getAudioTracks()[0]?.addEventListener('ended', lost)
    setStep({ kind: 'before', stream })
  }
  const begin = (stream: MediaStream) => {
    // From here on the recorder closes it, and tells when it is lost.
    microphone.current = null
    live.current = new TakeRecorder(stream, whose())
    setStep({ kind: 'live', recorder: live.current })
  }
  const end = async (recorder: TakeRecorder) => {
    const sound = await recorder.stop()
    setStep({ kind: 'review', take: recorder.take, sound, wasCut: recorder.current().wasCut })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the microphone is asked for once, when this opens.
  useEffect(() => {
    void open()
    return () => {
      opened.current++
      if (microphone.current) closeMicrophone(microphone.current)
      microphone.current = null
      void live.current?.stop()
    }
  }, [])
  return {
    step,
    open,
    count: (stream: MediaStream) => setStep({ kind: 'count', stream }),
    begin,
    end,
    keep: (take: Take, sound: Blob) => keepTake(take, sound),
  }
}
