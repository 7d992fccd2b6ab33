import { Play, Trash2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { PlaceField } from './place-field.tsx'
import type { CuttingDesk } from './use-cutting-desk.ts'

/** What is kept, in figures: for whoever hears the page, and for whoever knows to the tenth what they want. */
export function PartList({ desk }: { desk: CuttingDesk }) {
  return (
    <ol className="grid gap-3">
      {desk.parts.map(({ startMs, endMs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place in the order.
        <li key={index} className="grid gap-2 rounded-card border-2 border-border bg-surface p-3">
          <p className="font-bold">
            Morceau {index + 1} : <Clock durationMs={endMs - startMs} />
          </p>
          <div className="flex flex-wrap items-end gap-2">
            <PlaceField
              label="Commence à"
              atMs={startMs}
              onPlace={(at) => desk.moveTo(index, { startMs: at })}
            />
            <PlaceField label="Finit à" atMs={endMs} onPlace={(at) => desk.moveTo(index, { endMs: at })} />
            <Button icon={<Play />} onClick={() => desk.seek(startMs)}>
              Aller là <span className="sr-only">: morceau {index + 1}</span>
            </Button>
            {desk.parts.length > 1 && (
              <Button icon={<Trash2 />} onClick={() => desk.leaveOutPart(index)}>
                Enlever <span className="sr-only">le morceau {index + 1}</span>
              </Button>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
