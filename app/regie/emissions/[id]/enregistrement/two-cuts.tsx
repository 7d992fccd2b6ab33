'use client'
import { useEffect, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import type { RecordedPart } from '#lib/db/schema.ts'
import { formatPlaceToTenth } from '#lib/time/place.ts'
import { outsideWords } from './part-card.tsx'

type Props = {
  yours: readonly RecordedPart[]
  theirs: readonly RecordedPart[]
  onYours: () => void
  onTheirs: () => void
}

/** Two people cut at once: both cuts, and the choice. */
export function TwoCuts({ yours, theirs, onYours, onTheirs }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What it answers, a promise in newer browsers, must not be taken for the effect's undoing.
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={place}>
      <ErrorNote
        title="Quelqu’un d’autre a changé ce découpage."
        safe="Rien n’est perdu : votre découpage et le sien sont là tous les deux."
      >
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Cut title="Le vôtre" parts={onlyIn(yours, theirs)} />
          <Cut title="Le sien, déjà gardé" parts={onlyIn(theirs, yours)} />
        </div>
        <Button onClick={onYours}>Garder le mien</Button>
        <Button onClick={onTheirs}>Prendre le sien</Button>
      </ErrorNote>
    </div>
  )
}

function Cut({ title, parts }: { title: string; parts: readonly RecordedPart[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="tabular list-disc pl-6">
        {parts.map(({ itemId, title: name, startMs, endMs }) => (
          <li key={startMs}>
            {itemId === null ? outsideWords : name}, {formatPlaceToTenth(startMs)} →{' '}
            {formatPlaceToTenth(endMs)}
          </li>
        ))}
        {parts.length === 0 && <li>Rien d’autre que l’autre découpage</li>}
      </ul>
    </div>
  )
}

function onlyIn(parts: readonly RecordedPart[], others: readonly RecordedPart[]): readonly RecordedPart[] {
  const same = (a: RecordedPart, b: RecordedPart) =>
    a.itemId === b.itemId && a.startMs === b.startMs && a.endMs === b.endMs
  return parts.filter((part) => !others.some((other) => same(part, other)))
}
