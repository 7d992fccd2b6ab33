'use client'
import { Megaphone, Undo2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { offerStoryAction } from '#app/(atelier)/sujets/beginning-actions.ts'

/** Offers the idea to all, or takes the offer back. */
export function OfferStory({ storyId, isProposal }: { storyId: string; isProposal: boolean }) {
  const { send, words, tone } = useAct(offerStoryAction)
  return (
    <form action={send} className="grid grid-cols-1 justify-items-start gap-3">
      <input type="hidden" name="storyId" value={storyId} />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton
        variant="quiet"
        name="isProposal"
        value={isProposal ? 'non' : 'oui'}
        icon={isProposal ? <Undo2 /> : <Megaphone />}
      >
        {isProposal ? 'Je garde cette idée' : 'Je propose, quelqu’un d’autre peut le prendre'}
      </SubmitButton>
    </form>
  )
}
