'use client'
import { ChevronDown, ChevronUp, Merge, Scissors } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import type { RecordedPart } from '#lib/db/schema.ts'
import { mergeWithNext, moveBoundary, namePart, type RecordedLine, splitAt } from '#lib/master/recording.ts'
import { formatPlaceToTenth } from '#lib/time/place.ts'
import { BoundaryTools } from './boundary-tools.tsx'

export type PartDesk = {
  parts: readonly RecordedPart[]
  lines: readonly RecordedLine[]
  /** Peaks around a place of the sound. */
  around: (atMs: number) => readonly number[]
  /** The boundary around which one listens. */
  playing: number | null
  pending: boolean
  change: (parts: readonly RecordedPart[]) => void
  calm: (index: number) => void
  listen: (index: number) => void
}
type Props = { desk: PartDesk; index: number; part: RecordedPart; isOpen: boolean; onOpen: () => void }

export const outsideWords = 'Hors émission'

/** One part: what it is and where it lies; opened, what can be done with it. */
export function PartCard({ desk, index, part, isOpen, onOpen }: Props) {
  const isOut = part.itemId === null
  const name = isOut ? outsideWords : part.title || 'Sans titre'
  return (
    <div
      className={`rounded-card border-2 border-l-8 bg-surface ${isOpen ? 'border-brick' : 'border-border'} ${isOut ? 'border-dashed' : ''}`}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onOpen}
        className="flex min-h-14 w-full flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 text-left"
      >
        <span className={`min-w-0 [overflow-wrap:anywhere] ${isOut ? 'text-ink-2' : 'font-bold'}`}>
          {name}
        </span>
        <span className="tabular ml-auto flex items-center gap-3">
          <span className="text-small text-ink-2">
            <span className="sr-only">de </span>
            {formatPlaceToTenth(part.startMs)}
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> à </span>
            {formatPlaceToTenth(part.endMs)}
          </span>
          <Clock durationMs={part.endMs - part.startMs} />
          {isOpen ? <ChevronUp /> : <ChevronDown />}
        </span>
      </button>
      {isOpen && <PartTools desk={desk} index={index} part={part} name={name} />}
    </div>
  )
}

function PartTools({ desk, index, part, name }: Omit<Props, 'isOpen' | 'onOpen'> & { name: string }) {
  const { parts, lines, change } = desk
  const isLast = index === parts.length - 1
  const give = (itemId: string) => {
    const line = lines.find(({ id }) => id === itemId)
    change(namePart(parts, index, { itemId: line?.id ?? null, title: line?.title ?? '' }))
  }
  return (
    <div className="grid grid-cols-1 gap-6 px-4 pt-2 pb-4">
      <SelectField
        label="C’est quelle ligne du conducteur ?"
        name={`part-${index}`}
        placeholder={outsideWords}
        value={part.itemId ?? ''}
        onChange={(event) => give(event.target.value)}
        options={lines.map(({ id, title }, at) => ({
          value: id,
          label: `${at + 1}. ${title || 'Sans titre'}`,
        }))}
      />
      <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
        {index > 0 && <Boundary desk={desk} index={index} label="Début" name={name} />}
        {!isLast && <Boundary desk={desk} index={index + 1} label="Fin" name={name} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Scissors />}
          onClick={() => change(splitAt(parts, (part.startMs + part.endMs) / 2))}
          aria-label={`Couper en deux : ${name}`}
        >
          Couper en deux
        </Button>
        {!isLast && (
          <Button
            icon={<Merge />}
            onClick={() => change(mergeWithNext(parts, index))}
            aria-label={`Joindre à la suite : ${name}`}
          >
            Joindre à la suite
          </Button>
        )}
      </div>
    </div>
  )
}

/** The start of part `index`, whichever of its two neighbours shows it. */
function Boundary({
  desk,
  index,
  label,
  name,
}: {
  desk: PartDesk
  index: number
  label: string
  name: string
}) {
  const atMs = desk.parts[index]?.startMs ?? 0
  return (
    <BoundaryTools
      label={label}
      of={name}
      atMs={atMs}
      mostMs={desk.parts.at(-1)?.endMs ?? 0}
      around={desk.around(atMs)}
      isPlaying={desk.playing === index}
      pending={desk.pending}
      onMove={(toMs) => desk.change(moveBoundary(desk.parts, index, toMs))}
      onCalm={() => desk.calm(index)}
      onListen={() => desk.listen(index)}
    />
  )
}
