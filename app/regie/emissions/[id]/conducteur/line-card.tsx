'use client'
import { ArrowDown, ArrowUp, SquarePen, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { kindWords } from './kind-words.tsx'
import type { TimedLine } from './timed-line.ts'

type Edit = {
  onMove: (itemId: string, to: number) => void
  onEdit: (itemId: string) => void
  onBin: (itemId: string, title: string) => void
}
type Props = { line: TimedLine; position: number; count: number; handle: ReactNode; edit: Edit | null }

/** One line: when it starts, what it is, how long it lasts, what it lacks. A row on a screen, a card on a phone. */
export function LineCard({ line, position, count, handle, edit }: Props) {
  const kind = kindWords[line.kind]
  const title = line.title || 'Sans titre'
  return (
    <div
      className={`grid grid-cols-[auto_1fr_auto] items-start gap-x-3 gap-y-1 rounded-card border-2 border-l-8 border-border bg-surface p-3 ${kind.edge}`}
    >
      <div className="flex items-center">
        {handle}
        <span className="tabular min-w-8 text-center font-bold">{position + 1}</span>
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="font-bold [overflow-wrap:anywhere]">{title}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
          <span className="inline-flex items-center gap-1 [&_svg]:size-5">
            {kind.icon}
            {kind.label}
          </span>
          {line.who && <span>{line.who}</span>}
          {line.story && <span>Texte : {line.story.title}</span>}
        </p>
        {(line.lacks.length > 0 || line.antenneOnly) && (
          <p className="flex flex-wrap gap-2 pt-1">
            {line.antenneOnly && <Badge tone="culture">Antenne seulement</Badge>}
            {line.lacks.map((lack) => (
              <Badge key={lack} tone="warn">
                {lack}
              </Badge>
            ))}
          </p>
        )}
      </div>
      <dl className="tabular grid justify-items-end text-right">
        <dt className="sr-only">Durée</dt>
        <dd className="font-bold">
          <Clock durationMs={line.plannedMs} />
        </dd>
        <dt className="sr-only">Début prévu</dt>
        <dd className="text-small text-ink-2">{line.startsAt}</dd>
      </dl>
      {edit && <LineButtons line={line} title={title} position={position} count={count} edit={edit} />}
    </div>
  )
}

function LineButtons({
  line,
  title,
  position,
  count,
  edit,
}: Omit<Props, 'handle' | 'edit'> & { title: string; edit: Edit }) {
  const up = { disabled: position === 0, onClick: () => edit.onMove(line.id, position - 1) }
  const down = { disabled: position === count - 1, onClick: () => edit.onMove(line.id, position + 1) }
  return (
    <div className="col-span-full flex flex-wrap gap-1 print:hidden">
      <Button variant="quiet" icon={<ArrowUp />} aria-label={`Monter ${title}`} {...up}>
        Monter
      </Button>
      <Button variant="quiet" icon={<ArrowDown />} aria-label={`Descendre ${title}`} {...down}>
        Descendre
      </Button>
      <Button
        variant="quiet"
        icon={<SquarePen />}
        aria-label={`Changer ${title}`}
        onClick={() => edit.onEdit(line.id)}
      >
        Changer
      </Button>
      <Button
        variant="quiet"
        icon={<Trash2 />}
        aria-label={`Retirer ${title}`}
        onClick={() => edit.onBin(line.id, title)}
      >
        Retirer
      </Button>
    </div>
  )
}
