'use client'
import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { kinds, kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { ItemKind, TemplateItem } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'

type Props = {
  item: TemplateItem
  isNew: boolean
  /** Among the lines that are left; −1 = taken out. */
  place: number
  count: number
  error: string | undefined
  onUp: () => void
  onDown: () => void
  onRemove: (name: string) => void
}

/** One line, folded to its name. Its fields are the browser's own: they keep what is typed when the line moves. */
export function TemplateLine({ item, isNew, place, count, error, onUp, onDown, onRemove }: Props) {
  const [title, setTitle] = useState(item.title)
  const [kind, setKind] = useState<ItemKind>(item.kind)
  const { kind: _kind, title: _title, who, plannedMs, ...rest } = item
  const { label, icon, edge } = kindWords[kind]
  const name = title || label
  return (
    <li hidden={place < 0}>
      <fieldset disabled={place < 0} className="min-w-0">
        <legend className="sr-only">
          Ligne {place + 1} : {name}
        </legend>
        <details
          open={isNew || error !== undefined}
          className={`group rounded-card border-2 border-l-8 border-border bg-surface px-3 ${edge}`}
        >
          <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 py-2">
            <ChevronDown className="transition-transform group-open:rotate-180" />
            <span className="tabular min-w-6 font-bold">{place + 1}</span>
            {icon}
            <span className="min-w-0 flex-1 basis-28 font-bold [overflow-wrap:anywhere]">{name}</span>
            <span className="tabular">{formatDuration(plannedMs)}</span>
            {error && <Badge tone="error">À corriger</Badge>}
          </summary>
          <div className="grid gap-4 py-3 md:grid-cols-2">
            <SelectField
              label="C’est quoi"
              name="kind[]"
              options={kinds.map((value) => ({ value, label: kindWords[value].label }))}
              defaultValue={kind}
              onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'other')}
            />
            <TextField
              label="Titre"
              name="title[]"
              defaultValue={item.title}
              maxLength={300}
              onChange={(event) => setTitle(event.target.value)}
            />
            <TextField label="Qui" name="who[]" optional defaultValue={who} maxLength={200} />
            <DurationField
              label="Durée prévue"
              name="planned[]"
              defaultValue={formatDuration(plannedMs)}
              error={error}
            />
            <input type="hidden" name="rest[]" value={JSON.stringify(rest)} />
          </div>
          <div className="flex flex-wrap gap-2 pb-3">
            <Button variant="quiet" icon={<ArrowUp />} onClick={onUp} disabled={place === 0}>
              Monter
            </Button>
            <Button variant="quiet" icon={<ArrowDown />} onClick={onDown} disabled={place === count - 1}>
              Descendre
            </Button>
            <Button variant="quiet" icon={<Trash2 />} onClick={() => onRemove(name)}>
              Retirer la ligne
            </Button>
          </div>
        </details>
      </fieldset>
    </li>
  )
}
