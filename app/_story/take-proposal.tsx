'use client'
import { Hand } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { giveStoryBackAction, takeStoryAction } from '#app/(atelier)/sujets/beginning-actions.ts'

/** *Je le prends*: the idea becomes one's own, and can be given back at once. */
export function TakeProposal({ storyId, title }: { storyId: string; title: string }) {
  const router = useRouter()
  const { send, outcome, words } = useAct(takeStoryAction)
  const isTaken = outcome?.ok === true
  useEffect(() => {
    if (!isTaken) return
    const giveBack = async () => {
      const back = await giveStoryBackAction(null, { storyId })
      if (!back.ok) showToast({ text: back.words })
      router.push('/sujets')
    }
    showToast({ text: `« ${title} » est à vous.`, undo: giveBack })
    router.push(`/sujets/${storyId}`)
  }, [isTaken, storyId, title, router])
  return (
    <form action={send} className="grid gap-2">
      <input type="hidden" name="storyId" value={storyId} />
      <FormMessage tone="error">{isTaken ? null : words}</FormMessage>
      <SubmitButton variant="secondary" icon={<Hand />}>
        Je le prends<span className="sr-only"> : {title}</span>
      </SubmitButton>
    </form>
  )
}
