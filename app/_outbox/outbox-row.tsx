import { Hand, RefreshCw, Smartphone, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'

/** `choose`: it waits for somebody, not for the network. */
export type OutboxState = 'waiting' | 'sending' | 'choose' | 'refused'

const looks = {
  waiting: { tone: 'info', icon: <Smartphone size={20} />, words: 'Gardé ici, pas encore envoyé' },
  sending: { tone: 'info', icon: <RefreshCw size={20} />, words: 'Envoi en cours' },
  choose: { tone: 'warn', icon: <Hand size={20} />, words: 'Gardé ici, attend votre choix' },
  refused: { tone: 'warn', icon: <TriangleAlert size={20} />, words: 'Gardé ici, pas pris par la radio' },
} as const

type Props = {
  icon: ReactNode
  name: string
  /** Text, sound, new story. */
  what: string
  state: OutboxState
  words?: string | null
  href?: string | undefined
  ask?: string
  children?: ReactNode
}

/** One thing that is not at the radio yet. */
export function OutboxRow({ icon, name, what, state, words, href, ask, children }: Props) {
  const look = looks[state]
  return (
    <li className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter">
      <div className="flex items-start gap-3">
        <span className="mt-1">{icon}</span>
        <div className="min-w-0">
          <h2 className="text-body [overflow-wrap:anywhere]">{name}</h2>
          <p className="text-ink-2">{what}</p>
        </div>
      </div>
      <p>
        <Badge tone={look.tone} icon={look.icon} pending={state === 'waiting'}>
          {look.words}
        </Badge>
      </p>
      {words && <p>{words}</p>}
      {href && (
        <p>
          <ButtonLink href={href}>{ask}</ButtonLink>
        </p>
      )}
      {children}
    </li>
  )
}
