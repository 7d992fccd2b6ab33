'use client'
import { Download, X } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { startImportAction, stopImportAction } from '#app/regie/parametres/reprendre/actions.ts'

/** The one button of the page: begins, or goes on where it was. */
export function StartImport({ id, label }: { id: string; label: string }) {
  const { send, tone, outcome, words } = useAct(startImportAction)
  return (
    <form action={send} className="grid grid-cols-1 gap-3">
      <input type="hidden" name="id" value={id} />
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
      <SubmitButton icon={<Download />}>{label}</SubmitButton>
    </form>
  )
}

/** How far it is, and the way to stop it. */
export function ImportProgress({ id, progress, count }: { id: string; progress: number; count: number }) {
  const { send } = useAct(stopImportAction)
  const done = `${count} ${count > 1 ? 'numéros vus' : 'numéro vu'}, ${Math.round(progress * 100)} %.`
  return (
    <Progress
      label="La reprise est en cours"
      value={count > 0 ? progress : null}
      words={count > 0 ? `${done} Vous pouvez fermer cette page, cela continue.` : 'Cela commence…'}
      cancel={
        <form action={send}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="secondary" icon={<X />}>
            Arrêter
          </SubmitButton>
        </form>
      }
    />
  )
}
