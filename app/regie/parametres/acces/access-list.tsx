'use client'
import { Trash2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { revokeAccessAction } from './actions.ts'

type Key = { id: string; name: string; madeOn: string; usedOn: string | null }

/** The member's own keys, when each was last used, and how to end it at once. */
export function AccessList({ keys }: { keys: readonly Key[] }) {
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>Vos clés</h2>
      {keys.length === 0 && <p>Vous n’avez pas encore de clé.</p>}
      <ul className="grid grid-cols-1 gap-3">
        {keys.map((key) => (
          <KeyLine key={key.id} {...key} />
        ))}
      </ul>
    </section>
  )
}

function KeyLine({ id, name, madeOn, usedOn }: Key) {
  const { send, words, outcome } = useAct(revokeAccessAction)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-card border-2 border-border bg-surface p-gutter">
      <div className="grid min-w-0 grid-cols-1 gap-1">
        <strong className="break-words">{name}</strong>
        <span className="text-ink-2">Faite le {madeOn}</span>
        <span className="text-ink-2">
          {usedOn ? `Servie pour la dernière fois le ${usedOn}` : 'Pas encore servie'}
        </span>
        <FormMessage tone="error">{outcome?.ok === false ? words : null}</FormMessage>
      </div>
      <form action={send}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary" icon={<Trash2 />} aria-label={`Annuler la clé de « ${name} »`}>
          Annuler
        </SubmitButton>
      </form>
    </li>
  )
}
