'use client'
import { AudioLines, Play, Square } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { exactDurationWords } from '#app/_ui/duration-words.ts'
import { Waveform } from '#app/_ui/waveform.tsx'
import { PositionField } from './position-field.tsx'

type Props = {
  /** "Début", "Fin", and of what. */
  label: string
  of: string
  atMs: number
  /** Where the sound ends. */
  mostMs: number
  /** Peaks of the five seconds before and the five after. */
  around: readonly number[]
  isPlaying: boolean
  pending: boolean
  onMove: (toMs: number) => void
  onCalm: () => void
  onListen: () => void
}

const nudges = [
  { by: -1000, label: '−1 s' },
  { by: -100, label: '−0,1 s' },
  { by: 100, label: '+0,1 s' },
  { by: 1000, label: '+1 s' },
]

/** One boundary: seen close, listened to, typed, moved by steps, or laid into a pause. */
export function BoundaryTools({
  label,
  of,
  atMs,
  mostMs,
  around,
  isPlaying,
  pending,
  onMove,
  onCalm,
  onListen,
}: Props) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3">
      <legend className="sr-only">
        {label} de « {of} »
      </legend>
      <PositionField label={label} atMs={atMs} mostMs={mostMs} onMove={onMove} />
      {around.length > 0 && (
        <div aria-hidden="true" className="relative h-14 rounded-card bg-sand py-1 text-pine">
          <Waveform peaks={around} bars={100} />
          <span className="absolute inset-y-0 left-1/2 w-0.5 bg-brick" />
        </div>
      )}
      <div className="grid grid-cols-2 gap-2 sm:flex">
        {nudges.map(({ by, label: words }) => (
          <Button
            key={by}
            onClick={() => onMove(atMs + by)}
            aria-label={`${words}, ${label} ${nudgeWords(by)}`}
          >
            {words}
          </Button>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button icon={isPlaying ? <Square /> : <Play />} onClick={onListen}>
          {isPlaying ? 'Arrêter' : 'Écouter 5 secondes autour'}
        </Button>
        <Button icon={<AudioLines />} onClick={onCalm} disabled={pending}>
          Caler sur un silence
        </Button>
      </div>
    </fieldset>
  )
}

function nudgeWords(by: number): string {
  const step = Math.abs(by) === 1000 ? exactDurationWords(1000) : 'un dixième de seconde'
  return by < 0 ? `${step} plus tôt` : `${step} plus tard`
}
