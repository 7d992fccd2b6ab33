'use client'
import { AudioLines, RefreshCw } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { askAlignmentAction } from './actions.ts'

/** Looks for the sentences now. Again, it forgets what was set by hand, and says so. */
export function AskAlignment({ episodeId, isAgain = false }: { episodeId: string; isAgain?: boolean }) {
  const { send, words, tone } = useAct(askAlignmentAction)
  return (
    <form action={send} className="grid grid-cols-1 justify-items-start gap-2">
      <input type="hidden" name="episodeId" value={episodeId} />
      <SubmitButton variant={isAgain ? 'quiet' : 'primary'} icon={isAgain ? <RefreshCw /> : <AudioLines />}>
        {isAgain ? 'Tout chercher à nouveau' : 'Chercher les phrases'}
      </SubmitButton>
      {isAgain && <p className="text-small text-ink-2">Ce que vous avez réglé à la main sera oublié.</p>}
      <FormMessage tone={tone}>{words}</FormMessage>
    </form>
  )
}
