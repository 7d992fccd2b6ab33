'use client'
import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { binStoryAction, restoreStoryAction } from '#app/(atelier)/sujets/actions.ts'

/** Bins the story at once, and offers to take it back. */
export function BinButton({ storyId }: { storyId: string }) {
  const router = useRouter()
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const restore = async () => {
    await restoreStoryAction(null, { storyId })
    router.push(`/sujets/${storyId}`)
  }
  const bin = () =>
    start(async () => {
      const outcome = await binStoryAction(null, { storyId })
      if (!outcome.ok) return setRefused(outcome.words)
      showToast({ text: 'Sujet mis à la corbeille pour 30 jours.', undo: restore })
      router.push('/sujets')
    })
  return (
    <div className="mt-6 grid gap-3 border-t-2 border-border pt-4">
      <FormMessage tone="error">{refused}</FormMessage>
      <Button variant="danger" icon={<Trash2 />} pending={pending} onClick={bin}>
        Mettre à la corbeille
      </Button>
    </div>
  )
}
