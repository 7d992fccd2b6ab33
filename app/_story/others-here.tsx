import { Eye, UsersRound } from 'lucide-react'

/** Somebody who has the text open; `reads`: they read it over, or may not write. */
export type OtherHere = { name: string; reads: boolean }

const list = new Intl.ListFormat('fr', { type: 'conjunction' })

/** Who else has this text open, and who of them reads it over. */
export function OthersHere({ others }: { others: readonly OtherHere[] }) {
  const names = (reads: boolean) => [
    ...new Set(others.filter((other) => other.reads === reads).map(({ name }) => name)),
  ]
  const [writers, readers] = [names(false), names(true)]
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 text-ink-2 print:hidden empty:hidden">
      {writers.length > 0 && (
        <span className="inline-flex items-center gap-2">
          <UsersRound />
          {list.format(writers)}{' '}
          {writers.length > 1 ? 'sont aussi dans ce texte.' : 'est aussi dans ce texte.'}
        </span>
      )}
      {readers.length > 0 && (
        <span className="inline-flex items-center gap-2">
          <Eye />
          {list.format(readers)} {readers.length > 1 ? 'lisent ce texte.' : 'lit ce texte.'}
        </span>
      )}
    </p>
  )
}
