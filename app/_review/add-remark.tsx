'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { type Passage, useNotes } from './notes-context.tsx'
import { WriteNote } from './write-note.tsx'

/** A remark on the words chosen in the text, else on the text as a whole. */
export function AddRemark() {
  const { text } = useNotes()
  const [about, setAbout] = useState<{ passage: Passage | null } | null>(null)
  return (
    <div>
      <Button
        icon={<MessageSquarePlus />}
        aria-haspopup="dialog"
        // The words stay chosen in the text while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setAbout({ passage: text?.chosen() ?? null })}
      >
        Faire une remarque
      </Button>
      <WriteNote
        kind="comment"
        passage={about?.passage ?? null}
        open={about !== null}
        onClose={() => setAbout(null)}
      />
    </div>
  )
}
