import type { ReactNode } from 'react'
import { VerdictBadge } from '#app/_rights/verdict-badge.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { gapsOf, isWithdrawn, neededUses, verdictOf } from '#lib/rights/consent.ts'
import type { LineVoices } from '#lib/rundown/line-voices.server.ts'

/** A line of the rundown with those who speak in it. */
export function LineVoicesItem({ line, children }: { line: LineVoices; children: ReactNode }) {
  return (
    <li className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-4">
      <h3 className="min-w-0">
        {line.number}. {line.title || 'Sans titre'}
      </h3>
      {line.voices.map((voice) => (
        <p key={voice.id} className="flex flex-wrap items-center gap-2">
          <span className="font-bold">{voice.name}</span>
          {neededUses.map((use) => (
            <VerdictBadge key={use} use={use} verdict={verdictOf(voice, use)} />
          ))}
          {isWithdrawn(voice) && <Badge tone="warn">Voix retirée</Badge>}
          {gapsOf([voice]).some(({ by }) => by === 'parent') && (
            <Badge tone="warn">Il manque l’accord d’un parent</Badge>
          )}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  )
}
