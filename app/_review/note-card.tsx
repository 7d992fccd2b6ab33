'use client'
import { Check, CheckCheck, Crosshair, PenLine, Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { AnswerForm } from './answer-form.tsx'
import { DifferenceWords } from './difference-words.tsx'
import { useNotes } from './notes-context.tsx'
import { Rewritten } from './rewritten.tsx'
import type { ShownNote } from './shown-notes.ts'
import { SpeakerLine } from './speaker-line.tsx'
import { useNoteDeeds } from './use-note-deeds.ts'

/** One note: who, what, when, and what can be done with it. The one that is looked at is a sheet on a phone. */
export function NoteCard({ note }: { note: ShownNote }) {
  const { current, look, text } = useNotes()
  const { end, take, takeAnyway, refused, rewritten, pending } = useNoteDeeds(note)
  const isCurrent = current === note.id
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const mayWriteHere = note.mayTake && text?.replace !== undefined
  return (
    <article
      ref={card}
      className="note-card"
      data-current={isCurrent || undefined}
      aria-labelledby={`note-${note.id}`}
    >
      <div className="flex items-start justify-between gap-2">
        <SpeakerLine by={note.by} when={note.when} />
        {isCurrent && (
          <Button variant="quiet" icon={<X />} aria-label="Fermer la remarque" onClick={() => look(null)} />
        )}
      </div>
      <h3 id={`note-${note.id}`}>{titleOf(note)}</h3>
      <Said note={note} />
      {note.answers.map((answer) => (
        <div key={answer.id} className="note-answer">
          <SpeakerLine by={answer.by} when={answer.when} />
          <p className="whitespace-pre-wrap">{answer.body}</p>
        </div>
      ))}
      {mayWriteHere && <Rewritten note={note} rewritten={rewritten} take={takeAnyway} pending={pending} />}
      <FormMessage tone="error">{refused}</FormMessage>
      <div className="flex flex-wrap gap-2">
        {mayWriteHere && (
          <>
            <Button icon={<PenLine />} pending={pending} onClick={() => end('kept')}>
              Garder le mien
            </Button>
            {rewritten === null && (
              <Button icon={<Check />} pending={pending} onClick={take}>
                Prendre
              </Button>
            )}
          </>
        )}
        {note.maySettle && (
          <Button icon={<CheckCheck />} pending={pending} onClick={() => end('resolved')}>
            C’est réglé
          </Button>
        )}
        {note.place && text && (
          <Button variant="quiet" icon={<Crosshair />} onClick={() => look(note.id) ?? text.show(note)}>
            Voir dans le texte
          </Button>
        )}
        {note.mayWithdraw && !note.maySettle && (
          <Button variant="quiet" icon={<Trash2 />} pending={pending} onClick={() => end('withdrawn')}>
            Retirer
          </Button>
        )}
      </div>
      <AnswerForm noteId={note.id} />
    </article>
  )
}

/** The words it is about, and what is said of them. */
function Said({ note }: { note: ShownNote }) {
  return (
    <>
      {note.proposed === null ? (
        note.quote && <p className="note-quote">« {note.quote} »</p>
      ) : (
        <DifferenceWords before={note.quote} after={note.proposed} />
      )}
      {note.body && <p className="whitespace-pre-wrap">{note.body}</p>}
    </>
  )
}

function titleOf(note: ShownNote): string {
  if (note.proposed === '') return `${note.by.name} propose de retirer ces mots`
  if (note.proposed !== null) return `${note.by.name} propose d’autres mots`
  return note.quote === '' ? `${note.by.name} parle de tout le texte` : `${note.by.name} fait une remarque`
}
