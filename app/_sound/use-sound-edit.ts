import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { showToast } from '#app/_ui/toast-store.ts'
import type { ClipEdit } from '#lib/db/schema.ts'
import { type EditedSound, isSameEdit, settledEdit, splitEdit, untouched } from '#lib/sound/edit.ts'
import { type History, historyOf, redo, step, undo } from '#lib/sound/history.ts'
import { binSoundAction, renameSoundAction } from './actions.ts'
import { editSoundAction, splitSoundAction } from './edit-actions.ts'

type Edited = { id: string; title: string; sound: EditedSound; edit: ClipEdit | null }

export type SoundEdit = ReturnType<typeof useSoundEdit>

/**
 * The edit that somebody works on: every step can be undone, nothing reaches the radio before it is kept, and
 * a refusal leaves everything as it is on the screen.
 */
export function useSoundEdit({ id: clipId, title, sound, edit }: Edited) {
  const router = useRouter()
  const [history, setHistory] = useState<History<ClipEdit>>(() => historyOf(edit ?? untouched))
  /** What the radio had when this work began, or was last kept. */
  const [seen, setSeen] = useState(edit)
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const present = history.present
  const isChanged = !isSameEdit(settledEdit(present, sound), seen)
  useWarning(isChanged)

  const change = (next: ClipEdit) => setHistory((before) => step(before, next))
  /** Keeps an edit in the place of another; true when the radio took it. */
  const put = async (next: ClipEdit | null, instead: ClipEdit | null) => {
    setPending(true)
    try {
      const outcome = await editSoundAction(null, { clipId, edit: next, seen: instead })
      setRefused(outcome.ok ? null : outcome.words)
      if (!outcome.ok) return router.refresh()
      setSeen(outcome.value)
      setHistory((before) => step(before, outcome.value ?? untouched))
      const back = () => put(instead, outcome.value)
      showToast({ text: 'C’est gardé.', undo: back })
    } catch {
      setRefused('Le réseau n’a pas suivi. Votre coupe est encore à l’écran : réessayez.')
    } finally {
      setPending(false)
    }
  }
  const split = async (atMs: number) => {
    if (isChanged) return setRefused('Gardez d’abord votre coupe, puis faites-en deux sons.')
    const outcome = await splitSoundAction(null, { clipId, atMs })
    setRefused(outcome.ok ? null : outcome.words)
    const [before] = splitEdit(seen, sound, atMs) ?? []
    if (!outcome.ok || !before) return
    const first = settledEdit(before, sound)
    setSeen(first)
    setHistory((past) => step(past, first ?? untouched))
    const again = async () => {
      await binSoundAction(null, { clipId: outcome.value })
      await renameSoundAction(null, { clipId, title })
      await put(seen, first)
    }
    showToast({ text: 'Ce sont deux sons. Le second est rangé à côté.', undo: again })
  }
  return {
    present,
    change,
    isChanged,
    pending,
    refused,
    keep: () => put(present, seen),
    split,
    undo: history.past.length > 0 ? () => setHistory(undo) : null,
    redo: history.future.length > 0 ? () => setHistory(redo) : null,
    /** What somebody else kept meanwhile: to take it, or to keep one's own instead of it. */
    others: isSameEdit(edit, seen)
      ? null
      : {
          take: () => {
            change(edit ?? untouched)
            setSeen(edit)
            setRefused(null)
          },
          keepMine: () => put(present, edit),
        },
  }
}

/** The browser asks before it leaves a page with work that was not kept. */
function useWarning(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
