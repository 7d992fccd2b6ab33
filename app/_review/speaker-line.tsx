'use client'
import type { Speaker } from '#lib/story/note.ts'

/** Who said something and when. The colour is set by script: it stands in no style attribute that the server sends. */
export function SpeakerLine({ by, when }: { by: Speaker; when: string }) {
  return (
    <p className="note-speaker">
      <span
        ref={(dot) => dot?.style.setProperty('--who', by.colour)}
        className="note-dot"
        aria-hidden="true"
      />
      <span>
        <b>{by.name}</b>, <span className="text-ink-2">{when}</span>
      </span>
    </p>
  )
}
