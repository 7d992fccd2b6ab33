'use client'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { PositionField } from './position-field.tsx'

type Props = {
  startMs: number
  endMs: number
  durationMs: number
  onPropose: (startMs: number, endMs: number) => void
}

/** Lays all lines out again, between where the show begins in the sound and where it ends. */
export function ProposeAgain({ durationMs, onPropose, ...found }: Props) {
  const [typed, setTyped] = useState<{ startMs?: number; endMs?: number }>({})
  const { startMs, endMs } = { ...found, ...typed }
  return (
    <details>
      <summary className="min-h-12 cursor-pointer py-2 font-bold">Recommencer le découpage</summary>
      <div className="grid gap-4 pt-2">
        <p>
          On place les lignes l’une après l’autre. Un son déjà prêt garde sa durée ; la parole se partage le
          reste.
        </p>
        <div className="flex flex-wrap gap-6">
          <PositionField
            label="L’émission commence à"
            atMs={startMs}
            mostMs={durationMs}
            onMove={(ms) => setTyped({ ...typed, startMs: ms })}
          />
          <PositionField
            label="Elle finit à"
            atMs={endMs}
            mostMs={durationMs}
            onMove={(ms) => setTyped({ ...typed, endMs: ms })}
          />
        </div>
        <p>
          <Button icon={<RotateCcw />} disabled={startMs >= endMs} onClick={() => onPropose(startMs, endMs)}>
            Proposer un découpage
          </Button>
        </p>
      </div>
    </details>
  )
}
