'use client'
import { ArrowDown, ArrowUp, Blend, Music, SquarePen, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { goesToWords, joinWords, kindWords } from './kind-words.tsx'
import type { TimedLine } from './timed-line.ts'

export type LineEdit = {
  onMove: (itemId: string, to: number) => void
  onEdit: (itemId: string) => void
  onBin: (itemId: string, title: string) => void
}
type Props = { line: TimedLine; position: number; count: number; handle: ReactNode; edit: LineEdit | null }

/** One line: what it is, when it starts, how long it lasts, what it lacks. A row on a screen, a card on a phone or in large text: its container measures in letters. */
export function LineCard({ line, position, count, handle, edit }: Props) {
  const kind = kindWords[line.kind]
  return (
    <div
      className={`grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 rounded-card border-2 border-l-8 border-border bg-surface py-2 pr-3 pl-1 @min-[15rem]:grid-cols-[auto_minmax(0,1fr)_auto] @min-[32rem]:grid-cols-[auto_minmax(0,1fr)_auto_auto] ${kind.edge}`}
    >
      <div className="flex items-center">
        {handle}
        <span className="tabular min-w-8 text-center font-bold">{position + 1}</span>
      </div>
      <div className="order-1 col-span-full grid min-w-0 grid-cols-1 gap-1 @min-[15rem]:order-none @min-[15rem]:col-span-1">
        <p className="font-bold [overflow-wrap:anywhere]">{line.title || 'Sans titre'}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
          <span className="inline-flex items-center gap-1 [&_svg]:size-5">
            {kind.icon}
            {kind.label}
          </span>
          {line.who && <span>{line.who}</span>}
        </p>
        <LineSound line={line} />
        <LineBadges line={line} />
      </div>
      <dl className="tabular grid justify-items-end text-right">
        <dt className="sr-only">Durée</dt>
        <dd className="font-bold">
          <Clock durationMs={line.plannedMs} />
        </dd>
        <dt className="sr-only">Début prévu</dt>
        <dd className="text-small text-ink-2">{line.startsAt}</dd>
      </dl>
      {edit && (
        <div className="order-2 col-span-full justify-self-end @min-[32rem]:col-span-1 print:hidden">
          <Menu label="Changer" items={gestures({ line, position, count, edit })} />
        </div>
      )}
    </div>
  )
}

/** What is heard under the line, and how it goes over into the next. */
function LineSound({ line: { bed, joinMs } }: { line: TimedLine }) {
  if (!bed && joinMs === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2 [&_svg]:size-5">
      {bed && (
        <span className="inline-flex items-center gap-1">
          <Music />
          Tapis : {bed}
        </span>
      )}
      {joinMs !== 0 && (
        <span className="inline-flex items-center gap-1">
          <Blend />
          {joinWords(joinMs)} avant la suite
        </span>
      )}
    </p>
  )
}

function LineBadges({ line }: { line: TimedLine }) {
  if (line.lacks.length === 0 && line.goesTo === 'both') return null
  return (
    <p className="flex flex-wrap gap-2 pt-1">
      {line.goesTo !== 'both' && <Badge tone="culture">{goesToWords[line.goesTo]}</Badge>}
      {line.lacks.map((lack) => (
        <Badge key={lack} tone="warn">
          {lack}
        </Badge>
      ))}
    </p>
  )
}

function gestures({ line, position, count, edit }: Omit<Props, 'handle' | 'edit'> & { edit: LineEdit }) {
  const move = (to: number) => () => edit.onMove(line.id, to)
  return [
    { id: 'edit', label: 'Ouvrir la ligne', icon: <SquarePen />, onAction: () => edit.onEdit(line.id) },
    { id: 'up', label: 'Monter', icon: <ArrowUp />, disabled: position === 0, onAction: move(position - 1) },
    {
      id: 'down',
      label: 'Descendre',
      icon: <ArrowDown />,
      disabled: position === count - 1,
      onAction: move(position + 1),
    },
    {
      id: 'bin',
      label: 'Retirer',
      icon: <Trash2 />,
      danger: true,
      onAction: () => edit.onBin(line.id, line.title),
    },
  ]
}
