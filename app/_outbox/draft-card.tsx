'use client'
import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { DraftFields } from './draft-fields.tsx'
import type { FirstDraft } from './waiting-shelf.ts'

/** A story that is not created yet: what was written, and the way to go on. */
export function DraftCard({ draft }: { draft: FirstDraft }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen)
    return (
      <>
        <DraftFields draft={draft} />
        <Button onClick={() => setOpen(false)}>J’ai fini d’écrire</Button>
      </>
    )
  return (
    <>
      {draft.words && <p className="line-clamp-3 whitespace-pre-line">{draft.words}</p>}
      <p>
        <Button icon={<PencilLine />} onClick={() => setOpen(true)}>
          Continuer d’écrire
        </Button>
      </p>
    </>
  )
}
