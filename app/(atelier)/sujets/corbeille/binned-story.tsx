'use client'
import { Undo2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Card } from '#app/_ui/card.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { restoreStoryAction } from '#app/(atelier)/sujets/actions.ts'

/** A binned story and its way back. */
export function BinnedStory({ storyId, title, author }: { storyId: string; title: string; author: string }) {
  const { send, words, tone } = useAct(restoreStoryAction)
  return (
    <Card title={title} level={2}>
      <p className="text-ink-2">{author}</p>
      <form action={send} className="grid gap-3">
        <input type="hidden" name="storyId" value={storyId} />
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Undo2 />}>
          Remettre <span className="sr-only">« {title} »</span>
        </SubmitButton>
      </form>
    </Card>
  )
}
