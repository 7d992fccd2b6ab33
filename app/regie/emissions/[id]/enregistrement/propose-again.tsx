'use client'
import { RadioTower, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { PositionField } from './position-field.tsx'

type Props = {
  startMs: number
  endMs: number
  durationMs: number
  onPropose: (startMs: number, endMs: number) => void
  /** Null when nobody called the show on air. */
  onAsAired: ((startMs: number) => void) | null
}

/** Lays all lines out again, between where the show begins in the sound and where it ends. */
export function ProposeAgain({ durationMs, onPropose, onAsAired, ...found }: Props) {
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
        <p className="flex flex-wrap gap-2">
          <Button icon={<RotateCcw />} disabled={startMs >= endMs} onClick={() => onPropose(startMs, endMs)}>
            Proposer un découpage
          </Button>
          {onAsAired && (
            <Button icon={<RadioTower />} onClick={() => onAsAired(startMs)}>
              Comme à l’antenne
            </Button>
          )}
        </p>
        {onAsAired && (
          <p>
            « Comme à l’antenne » suit le journal de l’émission : chaque ligne là où elle est passée, à partir
            du début que vous indiquez. Ce qui a été enjambé n’y est pas.
          </p>
        )}
      </div>
    </details>
  )
}
