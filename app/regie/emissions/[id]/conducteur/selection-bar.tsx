'use client'
import { ArrowDown, ArrowUp, Copy, PauseCircle, Trash2, X } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { MoveToWeek } from './move-to-week.tsx'
import type { RundownDesk } from './rundown-desk.ts'

type Props = { desk: RundownDesk; count: number; episodeId: string }

/** What may be done to all the lines that are chosen. */
export function SelectionBar({ desk, count, episodeId }: Props) {
  const chosen = desk.held(null)
  const name = count === 1 ? (desk.line(chosen[0] ?? '')?.title ?? '1 ligne') : `${count} lignes`
  return (
    <section
      aria-label="Lignes choisies"
      className="flex flex-wrap items-center gap-2 rounded-card border-2 border-sky bg-sky-soft p-2"
    >
      <strong className="mr-auto px-2">{count === 1 ? '1 ligne choisie' : `${count} lignes choisies`}</strong>
      <Button icon={<ArrowUp />} onClick={() => desk.moveBy(-1, desk.held(null))}>
        Monter
      </Button>
      <Button icon={<ArrowDown />} onClick={() => desk.moveBy(1, desk.held(null))}>
        Descendre
      </Button>
      <Button icon={<Copy />} onClick={() => desk.duplicate(desk.held(null))}>
        Dupliquer
      </Button>
      <Button icon={<PauseCircle />} onClick={() => desk.setAside(desk.held(null), true)}>
        Mettre de côté
      </Button>
      <MoveToWeek episodeId={episodeId} lineIds={chosen} name={name} onMoved={() => desk.leave()} />
      <Button variant="danger" icon={<Trash2 />} onClick={() => desk.bin(desk.held(null))}>
        Retirer
      </Button>
      <Button variant="quiet" icon={<X />} onClick={() => desk.leave()}>
        Tout lâcher
      </Button>
    </section>
  )
}
