'use client'
import { useRef, useState } from 'react'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { AlignedSentence } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { setSentenceTimeAction } from './actions.ts'
import { SentenceRow } from './sentence-row.tsx'

type Props = {
  masterId: string
  sentences: readonly AlignedSentence[]
  unscripted: readonly { startMs: number; endMs: number }[]
}

/** Before a sentence, to hear it come. */
const LEAD_S = 0.4

/** The sound, and every sentence with the moment at which it is heard: listen from it, or say where it really is. */
export function SentenceDesk({ masterId, sentences, unscripted }: Props) {
  const audio = useRef<HTMLAudioElement>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const hear = (ms: number) => {
    if (!audio.current) return
    audio.current.currentTime = Math.max(0, ms / 1000 - LEAD_S)
    audio.current.play().catch(() => undefined)
  }
  const set = async (at: number, startMs: number | null) => {
    const sentence = sentences[at]
    if (!sentence) return
    const before = sentence.startMs
    const given = { masterId, at, text: sentence.text }
    const outcome = await setSentenceTimeAction(null, { ...given, startMs })
    setTrouble(outcome.ok ? null : outcome.words)
    if (outcome.ok)
      showToast({
        text:
          startMs === null ? 'Phrase notée comme pas dite.' : `Phrase placée à ${formatDuration(startMs)}.`,
        undo: () => void setSentenceTimeAction(null, { ...given, startMs: before }),
      })
  }
  const missing = sentences.filter(({ startMs }) => startMs === null).length
  return (
    <section className="grid grid-cols-1 gap-4" aria-label="Phrases">
      <p>
        {missing === 0
          ? 'Toutes les phrases ont leur place.'
          : `${missing} ${missing > 1 ? 'phrases restent' : 'phrase reste'} sans heure, sur ${sentences.length}.`}
      </p>
      <div className="sticky top-0 z-10 bg-paper py-2">
        {/* biome-ignore lint/a11y/useMediaCaption: what is said stands below, sentence by sentence. */}
        <audio ref={audio} src={`/masters/${masterId}.mp3`} controls preload="none" className="w-full" />
      </div>
      <FormMessage tone="error">{trouble}</FormMessage>
      <ol className="grid grid-cols-1 gap-2">
        {sentences.map((sentence, at) => (
          <SentenceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is known by its place, as the same may be said twice.
            key={at}
            sentence={sentence}
            hear={hear}
            here={() => set(at, Math.round((audio.current?.currentTime ?? 0) * 1000))}
            unsaid={() => set(at, null)}
          />
        ))}
      </ol>
      {unscripted.length > 0 && <Unscripted passages={unscripted} hear={hear} />}
    </section>
  )
}

/** What was said beside the texts: nobody wrote it, so nothing is invented for it. */
function Unscripted({ passages, hear }: { passages: Props['unscripted']; hear: (ms: number) => void }) {
  return (
    <section className="grid grid-cols-1 gap-2" aria-labelledby="hors-texte">
      <h3 id="hors-texte">Dit sans texte</h3>
      <p>Ici on parle, ou la musique joue, sans que ce soit écrit. Rien n’est ajouté à la transcription.</p>
      <ul className="flex flex-wrap gap-2">
        {passages.map(({ startMs, endMs }) => (
          <li key={startMs}>
            <button
              type="button"
              onClick={() => hear(startMs)}
              className="tabular min-h-12 rounded-card border-2 border-border bg-surface px-3"
            >
              Écouter {formatDuration(startMs)} – {formatDuration(endMs)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
