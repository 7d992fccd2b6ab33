'use client'
import { Archive, Trash2, X } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askArchiveAction, removeArchiveAction, stopArchiveAction } from './actions.ts'

/** Asks for a new archive. */
export function AskArchive({ label, isMain }: { label: string; isMain: boolean }) {
  const { send, tone, outcome, words } = useAct(askArchiveAction)
  return (
    <form action={send} className="grid grid-cols-1 gap-3">
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
      <SubmitButton variant={isMain ? 'primary' : 'secondary'} icon={<Archive />}>
        {label}
      </SubmitButton>
    </form>
  )
}

/** How far one is, and the way to stop it. */
export function ArchiveProgress({ id, progress }: { id: string; progress: number }) {
  const { send } = useAct(stopArchiveAction)
  const percent = Math.round(progress * 100)
  return (
    <Progress
      label="L’archive se prépare"
      value={progress > 0 ? progress : null}
      words={
        progress > 0 ? `${percent} % fait. Vous pouvez fermer cette page, cela continue.` : 'Cela commence…'
      }
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

/** Removes one before its time. */
export function RemoveArchive({ id }: { id: string }) {
  const { send, tone, words } = useAct(removeArchiveAction)
  return (
    <form action={send} className="grid grid-cols-1 gap-3">
      <input type="hidden" name="id" value={id} />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton variant="secondary" icon={<Trash2 />}>
        Effacer cette archive
      </SubmitButton>
    </form>
  )
}
