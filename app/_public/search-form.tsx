import { Search } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { longestQuery } from '#lib/publishing/search.ts'

/** Looks for words in everything that was said. A plain form: its answer has an address. */
export function SearchForm({ typed = '', isMain = false }: { typed?: string; isMain?: boolean }) {
  return (
    <search>
      <form action="/recherche" className="flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <TextField
            label="Chercher un mot, un prénom, un titre"
            name="q"
            type="search"
            defaultValue={typed}
            maxLength={longestQuery}
            autoComplete="off"
            enterKeyHint="search"
          />
        </div>
        <Button type="submit" variant={isMain ? 'primary' : 'secondary'} icon={<Search />}>
          Chercher
        </Button>
      </form>
    </search>
  )
}
