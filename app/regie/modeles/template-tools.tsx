'use client'
import { Copy, Trash2 } from 'lucide-react'
import { startTransition } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { copyTemplateAction, removeTemplateAction, restoreTemplateAction } from './actions.ts'

/** Begins a new template from this one, and opens it. */
export function CopyTemplate({ templateId }: { templateId: string }) {
  const { send } = useAct(copyTemplateAction)
  return (
    <form action={send}>
      <input type="hidden" name="templateId" value={templateId} />
      <SubmitButton variant="quiet" icon={<Copy />}>
        Copier
      </SubmitButton>
    </form>
  )
}

/** Removes the template, and offers it back. */
export function RemoveTemplate({ templateId, name }: { templateId: string; name: string }) {
  const remove = () =>
    startTransition(async () => {
      const outcome = await removeTemplateAction(null, { templateId })
      if (!outcome.ok) return showToast({ text: outcome.words })
      showToast({
        text: `Le modèle « ${name} » est retiré. Ses numéros restent.`,
        undo: () => restoreTemplateAction(null, { templateId }),
      })
    })
  return (
    <Button variant="quiet" icon={<Trash2 />} onClick={remove}>
      Retirer
    </Button>
  )
}
