import { UsersRound } from 'lucide-react'

const list = new Intl.ListFormat('fr', { type: 'conjunction' })

/** Who else has this text open. */
export function OthersHere({ names }: { names: readonly string[] }) {
  return (
    <p role="status" className="flex items-center gap-2 text-ink-2 print:hidden empty:hidden">
      {names.length > 0 && (
        <>
          <UsersRound />
          {list.format(names)} {names.length > 1 ? 'sont aussi dans ce texte.' : 'est aussi dans ce texte.'}
        </>
      )}
    </p>
  )
}
