'use client'
import { MessageSquarePlus, PenLine, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { Passage } from './notes-context.tsx'
import { type NoteKind, WriteNote } from './write-note.tsx'

/** What can be said of the chosen words: under the thumb on a phone, below them on a desk. */
export function ChosenPassage({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const [writing, setWriting] = useState<NoteKind | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const sent = useCallback(() => {
    // This bar goes: who works by key stays at the passage.
    const button = bar.current?.parentElement?.querySelector<HTMLElement>('.choose-by-key')
    onClose()
    button?.focus({ preventScroll: true })
  }, [onClose])
  // On a phone the bar lies over the foot of the page: the chosen words must not be under it.
  useEffect(() => {
    const words = document.querySelector(`[data-line="${passage.line}"] .chosen-words`)
    words?.scrollIntoView({ block: 'nearest' })
  }, [passage])
  return (
    <div className="chosen-bar" ref={bar}>
      <div className="flex items-start justify-between gap-2">
        <p role="status" className="chosen-quote">
          <span className="sr-only">Phrase choisie : </span>« {passage.quote} »
        </p>
        <Button variant="quiet" icon={<X />} aria-label="Fermer" onClick={onClose} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button icon={<PenLine />} onClick={() => setWriting('suggestion')}>
          Proposer d’autres mots
        </Button>
        <Button icon={<MessageSquarePlus />} onClick={() => setWriting('comment')}>
          Faire une remarque
        </Button>
      </div>
      <WriteNote
        kind={writing ?? 'comment'}
        passage={passage}
        open={writing !== null}
        onClose={() => setWriting(null)}
        onSent={sent}
      />
    </div>
  )
}
