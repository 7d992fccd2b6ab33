'use client'
import { Check, Scissors, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { SoundEditor } from '#lib/sound/edit.server.ts'
import type { TakeDesk } from '#lib/sound/takes.server.ts'
import { binSoundAction, restoreSoundAction } from './actions.ts'
import { chooseTakeAction, readTrimAction } from './take-actions.ts'

// The drawing and its library come when somebody shortens a take, not before.
const TrimPanel = lazy(() => import('./trim-panel.tsx'))
const offline = 'Le réseau n’a pas suivi. Rien n’a été changé : réessayez.'

type Props = {
  take: TakeDesk['whole'][number]
  name: string
  isChosen: boolean
  storyId: string
  onRefused: (words: string | null) => void
}

/** What can be done with a take: choose it, shorten its ends, leave it. */
export function TakeButtons({ take, name, isChosen, storyId, onRefused }: Props) {
  const [pending, start] = useTransition()
  const [editor, setEditor] = useState<SoundEditor | null>(null)
  const clipId = take.id
  const choose = () =>
    start(async () => {
      const outcome = await chooseTakeAction(null, { storyId, clipId }).catch(() => null)
      onRefused(outcome?.ok ? null : (outcome?.words ?? offline))
    })
  const shorten = () =>
    start(async () => {
      const outcome = await readTrimAction(null, { clipId }).catch(() => null)
      onRefused(outcome?.ok ? null : (outcome?.words ?? offline))
      if (outcome?.ok) setEditor(outcome.value)
    })
  const bin = () =>
    start(async () => {
      const outcome = await binSoundAction(null, { clipId }).catch(() => null)
      onRefused(outcome?.ok ? null : (outcome?.words ?? offline))
      const undo = () => restoreSoundAction(null, { clipId })
      if (outcome?.ok) showToast({ text: 'Prise mise à la corbeille pour 30 jours.', undo })
    })
  if (editor)
    return (
      <Suspense fallback={<p role="status">Le dessin du son arrive…</p>}>
        <TrimPanel editor={editor} close={() => setEditor(null)} />
      </Suspense>
    )
  const of = <span className="sr-only"> : {name}</span>
  return (
    <div className="flex flex-wrap gap-2">
      {!isChosen && take.state !== 'refused' && (
        <Button icon={<Check />} onClick={choose} pending={pending}>
          Choisir cette prise{of}
        </Button>
      )}
      {take.state === 'ready' && take.mayEdit && (
        <Button icon={<Scissors />} onClick={shorten} pending={pending}>
          Raccourcir le début et la fin{of}
        </Button>
      )}
      {take.mayEdit && (
        <Button variant="quiet" icon={<Trash2 />} onClick={bin}>
          Mettre à la corbeille{of}
        </Button>
      )}
    </div>
  )
}
