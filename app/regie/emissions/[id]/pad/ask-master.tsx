'use client'
import { FileAudio, X } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import type { MasterKind } from '#lib/db/schema.ts'
import { askMasterAction, cancelMasterAction } from './actions.ts'

type Asking = {
  episodeId: string
  kinds: readonly MasterKind[]
  label: string
  isMain: boolean
  wide?: boolean
}

/** The button that asks for one master, or for both. */
export function AskMaster({ episodeId, kinds, label, isMain, wide }: Asking) {
  const { send, tone, outcome, words } = useAct(askMasterAction)
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="episodeId" value={episodeId} />
      {kinds.map((kind) => (
        <input key={kind} type="hidden" name="kinds[]" value={kind} />
      ))}
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
      <SubmitButton variant={isMain ? 'primary' : 'secondary'} icon={<FileAudio />} wide={wide ?? false}>
        {label}
      </SubmitButton>
    </form>
  )
}

type Running = { episodeId: string; masterId: string; progress: number; label: string }

/** How far a master is, and the way to stop it. */
export function MasterProgress({ episodeId, masterId, progress, label }: Running) {
  const { send } = useAct(cancelMasterAction)
  const percent = Math.round(progress * 100)
  return (
    <Progress
      label={label}
      value={progress > 0 ? progress : null}
      words={
        progress > 0 ? `${percent} % fait. Vous pouvez fermer cette page, cela continue.` : 'Cela commence…'
      }
      cancel={
        <form action={send}>
          <input type="hidden" name="episodeId" value={episodeId} />
          <input type="hidden" name="masterId" value={masterId} />
          <SubmitButton variant="secondary" icon={<X />}>
            Arrêter
          </SubmitButton>
        </form>
      }
    />
  )
}
