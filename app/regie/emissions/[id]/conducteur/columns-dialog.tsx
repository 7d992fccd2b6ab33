'use client'
import { Check, Columns3, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { keepColumnsAction } from './column-actions.ts'
import { hideable, hideColumn } from './columns.ts'

type Props = { own: readonly string[]; hidden: string; mayEdit: boolean }
type Named = { key: number; name: string; was: string | null }

/** Which columns this device shows, and the names of the show's own. */
export function ColumnsDialog({ own, hidden, mayEdit }: Props) {
  const [isOpen, setOpen] = useState(false)
  const names = new Set(hidden.split('\n'))
  const choices = [...Object.entries(hideable), ...own.map((name) => [`extra:${name}`, name] as const)]
  return (
    <>
      <Button icon={<Columns3 />} onClick={() => setOpen(true)} aria-haspopup="dialog">
        Colonnes
      </Button>
      <Dialog title="Colonnes du conducteur" open={isOpen} onClose={() => setOpen(false)}>
        <fieldset>
          <legend className="font-bold">Montrer sur cet appareil</legend>
          {choices.map(([name, label]) => (
            <Checkbox
              key={name}
              name={name}
              label={label}
              checked={!names.has(name)}
              onChange={(event) => hideColumn(name, !event.target.checked)}
            />
          ))}
        </fieldset>
        {mayEdit && isOpen && <OwnColumns own={own} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function OwnColumns({ own, onDone }: { own: readonly string[]; onDone: () => void }) {
  const [named, setNamed] = useState<Named[]>(() => own.map((name, key) => ({ key, name, was: name })))
  const [trouble, setTrouble] = useState<string | null>(null)
  const keep = async () => {
    const columns = named.map(({ name, was }) => ({ name, was })).filter(({ name }) => name.trim() !== '')
    const outcome = await keepColumnsAction(null, { columns })
    if (!outcome.ok) return setTrouble(Object.values(outcome.fields)[0] ?? outcome.words)
    showToast({ text: outcome.words ?? '' })
    onDone()
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="font-bold">Colonnes de l’émission</legend>
      {named.map(({ key, name }, index) => (
        <div key={key} className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-40">
            <TextField
              label={`Colonne ${index + 1}`}
              name={`column-${key}`}
              maxLength={40}
              value={name}
              onChange={(event) =>
                setNamed(named.map((one) => (one.key === key ? { ...one, name: event.target.value } : one)))
              }
            />
          </div>
          <Button icon={<X />} onClick={() => setNamed(named.filter((one) => one.key !== key))}>
            Enlever
          </Button>
        </div>
      ))}
      <FormMessage tone="error">{trouble}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Plus />}
          disabled={named.length >= 8}
          onClick={() =>
            setNamed([
              ...named,
              { key: Math.max(-1, ...named.map(({ key }) => key)) + 1, name: '', was: null },
            ])
          }
        >
          Ajouter une colonne
        </Button>
        <Button icon={<Check />} onClick={() => void keep()}>
          Garder les colonnes
        </Button>
      </div>
    </fieldset>
  )
}
