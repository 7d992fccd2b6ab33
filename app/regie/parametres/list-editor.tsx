'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { addToListAction, removeFromListAction, renameInListAction } from './actions.ts'

type ListName = 'houses' | 'rubrics' | 'themes'
type Entry = { id: string; name: string }
type Props = { list: ListName; title: string; hint: string; entries: readonly Entry[] }

/** A short list of the show's own words: add, rename, remove. */
export function ListEditor({ list, title, hint, entries }: Props) {
  const adding = useAct(addToListAction)
  return (
    <section className="grid gap-4">
      <h2>{title}</h2>
      <p className="text-ink-2">{hint}</p>
      <ul className="grid gap-3">
        {entries.map((entry) => (
          <EntryLine key={entry.id} list={list} entry={entry} />
        ))}
      </ul>
      <form action={adding.send} className="grid gap-3" key={adding.round} noValidate>
        <input type="hidden" name="list" value={list} />
        <TextField
          label={`Ajouter : ${title.toLowerCase()}`}
          name="name"
          defaultValue={adding.given('name')}
          error={adding.error('name')}
          autoComplete="off"
        />
        <FormMessage tone={adding.tone}>{adding.words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Plus />}>
          Ajouter
        </SubmitButton>
      </form>
    </section>
  )
}

function EntryLine({ list, entry }: { list: ListName; entry: Entry }) {
  const renaming = useAct(renameInListAction)
  const removing = useAct(removeFromListAction)
  return (
    <li className="grid gap-2 rounded-card border-2 border-border bg-surface p-3">
      <div className="flex flex-wrap items-end gap-2">
        <form action={renaming.send} className="flex min-w-0 grow flex-wrap items-end gap-2" noValidate>
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="id" value={entry.id} />
          <div className="min-w-0 grow">
            <TextField
              label="Nom"
              name="name"
              key={`${entry.name}-${renaming.round}`}
              defaultValue={renaming.given('name', entry.name)}
              error={renaming.error('name')}
              autoComplete="off"
            />
          </div>
          <SubmitButton variant="secondary">Garder</SubmitButton>
        </form>
        <form action={removing.send}>
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="id" value={entry.id} />
          <SubmitButton variant="quiet" icon={<Trash2 />}>
            Retirer
          </SubmitButton>
        </form>
      </div>
      <FormMessage tone={removing.tone}>{removing.outcome?.ok === false ? removing.words : null}</FormMessage>
      <FormMessage tone={renaming.tone}>{renaming.words}</FormMessage>
    </li>
  )
}
