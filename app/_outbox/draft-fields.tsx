'use client'
import { Smartphone, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { storyLimits } from '#lib/story/document.ts'
import { holdDraft } from './first-draft.ts'
import { type FirstDraft, writeDraft } from './waiting-shelf.ts'

type Kept = 'yes' | 'soon' | 'no'
const PAUSE_MS = 400

/** Title and first words of a story that is not created yet, kept at each pause. It does not leave meanwhile. */
export function DraftFields({ draft }: { draft: FirstDraft }) {
  const [typed, setTyped] = useState({ title: draft.title, words: draft.words })
  const kept = useKeeping(draft, typed)
  useEffect(() => holdDraft(draft.id), [draft.id])
  return (
    <div className="grid grid-cols-1 gap-4">
      <TextField
        label="Titre"
        name="title"
        value={typed.title}
        maxLength={storyLimits.title}
        onChange={({ target }) => setTyped({ ...typed, title: target.value })}
      />
      <TextArea
        label="Vos premiers mots"
        name="words"
        rows={6}
        value={typed.words}
        onChange={({ target }) => setTyped({ ...typed, words: target.value })}
      />
      <p role="status" className="flex items-start gap-2 text-small">
        {kept === 'no' ? <TriangleAlert size={20} /> : <Smartphone size={20} />}
        <span className="min-w-0">
          {kept === 'yes' && 'Gardé sur cet appareil. Pas encore envoyé.'}
          {kept === 'soon' && 'Pas encore gardé…'}
          {kept === 'no' &&
            'Cet appareil n’a plus de place : ce n’est pas gardé. Laissez cette page ouverte.'}
        </span>
      </p>
    </div>
  )
}

function useKeeping(draft: FirstDraft, typed: { title: string; words: string }): Kept {
  const [kept, setKept] = useState<Kept>('yes')
  const known = useRef(draft)
  useEffect(() => {
    const { title, words } = known.current
    if (title === typed.title && words === typed.words) return
    setKept('soon')
    const keep = () => {
      known.current = { ...known.current, ...typed, trouble: null }
      writeDraft(known.current).then(
        () => setKept('yes'),
        () => setKept('no'),
      )
    }
    const timer = setTimeout(keep, PAUSE_MS)
    // A page that is put away keeps what its last pause did not.
    const hide = () => document.visibilityState === 'hidden' && keep()
    addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(timer)
      removeEventListener('visibilitychange', hide)
    }
  }, [typed])
  return kept
}
