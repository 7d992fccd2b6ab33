import type { ReactNode } from 'react'
import { type Tone, toneLook } from './tone.ts'
import { ToneSign } from './tone-sign.tsx'

type Props = {
  tone?: Tone
  /** Replaces the tone's own sign. */
  icon?: ReactNode
  /** Not there yet (idea, draft): a dashed edge. */
  pending?: boolean
  children: ReactNode
}

/** A state in a word: sign, word and edge, so that it reads without colour. */
export function Badge({ tone = 'neutral', icon, pending, children }: Props) {
  const edge = pending ? 'border-dashed' : 'border-solid'
  return (
    <span
      className={`inline-flex items-center gap-2 rounded-tag border-2 px-2 py-0.5 text-small font-bold leading-normal ${edge} ${toneLook[tone]}`}
    >
      {icon ?? <ToneSign tone={tone} size={20} />}
      {children}
    </span>
  )
}
