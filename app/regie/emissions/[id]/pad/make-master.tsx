'use client'
import { FileAudio, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { refusalWords } from '#app/_door/words.ts'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askMasterAction, cancelMasterAction } from './actions.ts'

type Props = {
  episodeId: string
  running: { id: string; progress: number } | null
  failure: string | null
  isStale: boolean
  hasMaster: boolean
  isEmpty: boolean
}

/** The button, then the progress with its cancel, then what became of it. */
export function MakeMaster({ episodeId, running, failure, isStale, hasMaster, isEmpty }: Props) {
  const asking = useAct(askMasterAction)
  const router = useRouter()
  useEffect(() => {
    if (!running) return
    const look = setInterval(() => router.refresh(), 1000)
    return () => clearInterval(look)
  }, [running, router])
  if (running) return <Running episodeId={episodeId} {...running} />
  return (
    <form action={asking.send} className="grid gap-4">
      <input type="hidden" name="episodeId" value={episodeId} />
      {failure && (
        <ErrorNote title="La fabrication n’a pas abouti." safe="Le conducteur et les sons n’ont pas bougé.">
          {refusalWords(failure, {})}
        </ErrorNote>
      )}
      {isStale && (
        <FormMessage tone="warn">Le conducteur a changé depuis la dernière fabrication.</FormMessage>
      )}
      {isEmpty && (
        <FormMessage tone="warn">
          Aucune ligne n’a encore de son prêt : il n’y a rien à fabriquer.
        </FormMessage>
      )}
      <FormMessage tone={asking.tone}>{asking.outcome?.ok === false ? asking.words : null}</FormMessage>
      <SubmitButton
        variant={hasMaster && !isStale ? 'secondary' : 'primary'}
        icon={<FileAudio />}
        disabled={isEmpty}
      >
        {hasMaster ? 'Fabriquer à nouveau' : 'Fabriquer'}
      </SubmitButton>
    </form>
  )
}

function Running({ episodeId, id, progress }: { episodeId: string; id: string; progress: number }) {
  const cancelling = useAct(cancelMasterAction)
  const percent = Math.round(progress * 100)
  return (
    <Progress
      label="On fabrique l’émission"
      value={progress > 0 ? progress : null}
      words={
        progress > 0 ? `${percent} % fait. Vous pouvez fermer cette page, cela continue.` : 'Cela commence…'
      }
      cancel={
        <form action={cancelling.send}>
          <input type="hidden" name="episodeId" value={episodeId} />
          <input type="hidden" name="masterId" value={id} />
          <SubmitButton variant="secondary" icon={<X />}>
            Arrêter
          </SubmitButton>
        </form>
      }
    />
  )
}
