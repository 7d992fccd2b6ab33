'use client'
import { History } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { restoreVersionAction } from '#app/(atelier)/sujets/[id]/versions/actions.ts'

type Props = { storyId: string; versionId: number; when: string }

/** Takes the version back at once, and offers to undo it. */
export function RestoreButton({ storyId, versionId, when }: Props) {
  const router = useRouter()
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const undo = async (beforeId: number) => {
    const outcome = await restoreVersionAction(null, { storyId, versionId: beforeId })
    showToast({ text: outcome.ok ? 'Le texte est comme il était.' : outcome.words })
    router.refresh()
  }
  const restore = () =>
    start(async () => {
      const outcome = await restoreVersionAction(null, { storyId, versionId })
      if (!outcome.ok) return setRefused(outcome.words)
      const { beforeId } = outcome.value
      showToast({ text: `Le texte de ${when} est de retour.`, undo: () => undo(beforeId) })
      router.push(`/sujets/${storyId}`)
    })
  return (
    <div className="grid grid-cols-1 gap-3">
      <p>Le texte de maintenant reste gardé parmi les versions : vous pourrez y revenir.</p>
      <FormMessage tone="error">{refused}</FormMessage>
      <Button variant="primary" wide icon={<History />} pending={pending} onClick={restore}>
        Reprendre cette version
      </Button>
    </div>
  )
}
