'use client'
import { Mic, RotateCcw, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { NoMicrophone } from '#app/_sound/microphone.ts'
import { NoMicrophoneNote } from '#app/_sound/no-microphone-note.tsx'
import { Button } from '#app/_ui/button.tsx'
import { useAddress } from '#app/_ui/use-address.ts'
import { recordSpoken, type SpokenTake } from './spoken-take.ts'

type Step =
  | { kind: 'idle' | 'asking' }
  | { kind: 'none'; why: NoMicrophone }
  | { kind: 'live'; take: SpokenTake }
  | { kind: 'done'; sound: Blob }
type Props = { sentence: string; setFile: (file: Blob | null) => void }

/** The sentence to say, in large, and its recording: the voice itself is the proof. */
export function SpokenProof({ sentence, setFile }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'idle' })
  const live = useRef<SpokenTake | null>(null)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      live.current?.stop()
    }
  }, [])
  const address = useAddress(step.kind === 'done' ? step.sound : null)
  const begin = async () => {
    setFile(null)
    setStep({ kind: 'asking' })
    const take = await recordSpoken()
    if (typeof take === 'string') return setStep({ kind: 'none', why: take })
    // Left while the browser was asking: no microphone stays open.
    if (isGone.current) return take.stop()
    live.current = take
    setStep({ kind: 'live', take })
    const sound = await take.sound
    if (isGone.current) return
    setFile(sound)
    setStep({ kind: 'done', sound })
  }
  if (step.kind === 'none')
    return (
      <NoMicrophoneNote why={step.why} whose={null} retry={begin} close={() => setStep({ kind: 'idle' })} />
    )
  return (
    <div className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter">
      <p>La personne dit, au micro :</p>
      <p className="text-lead font-bold">« {sentence} »</p>
      <p role="status" className="font-bold">
        {statusWords[step.kind]}
      </p>
      {step.kind === 'live' ? (
        <Button icon={<Square />} onClick={step.take.stop}>
          C’est dit
        </Button>
      ) : (
        <Button
          icon={step.kind === 'done' ? <RotateCcw /> : <Mic />}
          pending={step.kind === 'asking'}
          onClick={begin}
        >
          {step.kind === 'done' ? 'Recommencer' : 'Enregistrer la phrase'}
        </Button>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands above it. */}
      {address && <audio controls src={address} className="w-full" />}
    </div>
  )
}

const statusWords: Record<Exclude<Step['kind'], 'none'>, string> = {
  idle: '',
  asking: 'Le navigateur va demander si on peut utiliser le micro. Dites oui.',
  live: 'Ça enregistre.',
  done: 'La phrase est prête. Vous pouvez l’écouter.',
}
