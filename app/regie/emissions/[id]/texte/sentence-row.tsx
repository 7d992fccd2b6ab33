'use client'
import { CircleSlash2, MapPin, Play } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import type { AlignedSentence } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'

type Props = { sentence: AlignedSentence; hear: (ms: number) => void; here: () => void; unsaid: () => void }

/** One sentence: when it is heard, how that is known, and what can be put right. */
export function SentenceRow({ sentence: { text, startMs, confidence }, hear, here, unsaid }: Props) {
  const isByHand = confidence === 1
  return (
    <li className="grid grid-cols-1 gap-2 rounded-card border-2 border-border bg-surface p-3">
      <p>{text}</p>
      <div className="flex flex-wrap items-center gap-2">
        {startMs === null ? (
          <Badge tone={isByHand ? 'neutral' : 'warn'}>{isByHand ? 'Pas dite' : 'Pas trouvée'}</Badge>
        ) : (
          <Button
            icon={<Play />}
            onClick={() => hear(startMs)}
            aria-label={`Écouter à ${formatDuration(startMs)}`}
          >
            <span className="tabular">{formatDuration(startMs)}</span>
          </Button>
        )}
        {startMs !== null && isByHand && <Badge tone="ok">Réglée à la main</Badge>}
        <Button variant="quiet" icon={<MapPin />} onClick={here}>
          Elle commence ici
        </Button>
        {startMs !== null && (
          <Button variant="quiet" icon={<CircleSlash2 />} onClick={unsaid}>
            Pas dite
          </Button>
        )}
      </div>
    </li>
  )
}
