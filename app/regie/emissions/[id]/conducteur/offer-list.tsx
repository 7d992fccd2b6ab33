'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { NewLine } from '#lib/rundown/rundown.server.ts'
import type { Offer } from './choices.ts'
import { toggled } from './line-places.ts'

type Props = { offers: readonly Offer[]; none: string; onAdd: (lines: readonly NewLine[]) => void }

/** More than this, and one searches rather than reads. */
const FEW = 8

/** Lines to choose from, several at once; they are added in the order in which they stand here. */
export function OfferList({ offers, none, onAdd }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [sought, setSought] = useState('')
  if (offers.length === 0) return <p>{none}</p>
  const words = plain(sought).split(/\s+/)
  const found = offers.filter(({ title, detail }) =>
    words.every((word) => plain(`${title} ${detail}`).includes(word)),
  )
  const taken = offers.filter(({ id }) => chosen.has(id))
  return (
    <div className="grid gap-3">
      {offers.length > FEW && (
        <TextField
          label="Chercher"
          name="search"
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul className="max-h-[40dvh] overflow-auto rounded-card border-2 border-border px-3">
        {found.map(({ id, title, detail }) => (
          <li key={id}>
            <Checkbox
              name={id}
              label={title}
              hint={detail}
              checked={chosen.has(id)}
              onChange={() => setChosen(toggled(chosen, id))}
            />
          </li>
        ))}
        {found.length === 0 && <li className="py-3">Rien de ce nom.</li>}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => setChosen(new Set(found.map(({ id }) => id)))}>Tout choisir</Button>
        <Button
          variant="primary"
          icon={<Plus />}
          disabled={taken.length === 0}
          onClick={() => onAdd(taken.map(({ line }) => line))}
        >
          {taken.length > 1 ? `Ajouter ${taken.length} lignes` : 'Ajouter 1 ligne'}
        </Button>
      </div>
    </div>
  )
}

/** Without accents and capitals: one finds « Été » by « ete ». */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
