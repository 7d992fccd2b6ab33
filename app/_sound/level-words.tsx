import { CircleCheck, Ear, type LucideIcon, MicOff, SignalLow, TriangleAlert } from 'lucide-react'
import type { Heard } from './hearing.ts'

const heardWords: Record<Heard, { sign: LucideIcon; words: string }> = {
  nothing: { sign: MicOff, words: 'On n’entend rien. Le micro est peut-être couvert.' },
  far: {
    sign: SignalLow,
    words: 'On vous entend de loin. Approchez le téléphone, une main de distance.',
  },
  well: { sign: CircleCheck, words: 'On vous entend bien.' },
  loud: { sign: TriangleAlert, words: 'C’est trop fort. Éloignez un peu le téléphone.' },
}

type Props = {
  /** 0–1. */
  bar: number
  heard: Heard | null
  /** Said instead: the microphone waits. */
  instead?: string | null
}

/** How one comes over: a bar, a sign and a sentence. */
export function LevelWords({ bar, heard, instead = null }: Props) {
  const Sign = heard && instead === null ? heardWords[heard].sign : Ear
  return (
    <div className="grid gap-1">
      <progress aria-hidden="true" max={1} value={bar} className="progress" />
      <p className="flex min-h-[2lh] items-start gap-2 font-bold">
        <Sign className="mt-0.5" />
        <span role="status">{instead ?? (heard ? heardWords[heard].words : 'On écoute…')}</span>
      </p>
    </div>
  )
}
