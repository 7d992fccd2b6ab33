'use client'
import { Layers } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import type { TakeDesk } from '#lib/sound/takes.server.ts'
import { RefreshWhile } from './refresh-while.tsx'
import { assembleTakesAction } from './take-actions.ts'

type Props = { storyId: string; isMain: boolean; desk: TakeDesk }

/** One sound of all the chosen takes; shown from two prepared ones on. */
export function AssembleButton({ storyId, isMain, desk }: Props) {
  const { send, words, tone, outcome } = useAct(assembleTakesAction)
  const ready = desk.passages.filter(({ takes, chosenId }) =>
    takes.some(({ id, state }) => id === chosenId && state === 'ready'),
  )
  const isAwaited = outcome?.ok === true && !desk.whole.some(({ id }) => id === outcome.value)
  if (ready.length < 2) return null
  return (
    <form action={send} className="grid gap-2">
      <RefreshWhile active={isAwaited} />
      <input type="hidden" name="storyId" value={storyId} />
      <FormMessage tone={tone}>{isAwaited || tone === 'error' ? words : null}</FormMessage>
      <SubmitButton variant={isMain ? 'primary' : 'secondary'} icon={<Layers />} wide>
        Assembler mes prises
      </SubmitButton>
    </form>
  )
}
