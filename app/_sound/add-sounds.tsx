'use client'
import { Mic, Upload } from 'lucide-react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_ui/button.tsx'
import { acceptedSounds } from './file-button.tsx'
import { FoundTakes } from './found-takes.tsx'
import { HalfSentNotes } from './half-sent-notes.tsx'
import { Recorder } from './recorder.tsx'
import { SendingRow } from './sending-row.tsx'
import { currentSendings, listenToSendings, type Sending, sendFile } from './sendings.ts'
import { useArrivals } from './use-arrivals.ts'

const none: readonly Sending[] = []
type Props = {
  memberId: string
  storyId: string | null
  /** Ids of the sounds that the page shows. */
  shown: readonly string[]
}

/** Two ways to bring a sound, side by side: say it now, or hand over a file. Then how it travels. */
export function AddSounds({ memberId, storyId, shown }: Props) {
  const all = useSyncExternalStore(listenToSendings, currentSendings, () => none)
  const here = all.filter((sending) => sending.storyId === storyId)
  const [isRecording, setRecording] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const ways = useRef<HTMLDivElement>(null)
  useArrivals(here, shown)
  const choose = () => file.current?.click()
  const done = () => {
    flushSync(() => setRecording(false))
    ways.current?.focus()
  }
  const sendAll = (files: FileList | null) => {
    for (const one of files ?? []) void sendFile(one, { memberId, storyId })
    if (file.current) file.current.value = ''
  }
  return (
    <div className="grid gap-4">
      {isRecording ? (
        <Recorder memberId={memberId} storyId={storyId} onDone={done} />
      ) : (
        <div ref={ways} tabIndex={-1} className="flex flex-wrap gap-2 outline-none">
          <Button icon={<Mic />} onClick={() => setRecording(true)}>
            Enregistrer
          </Button>
          <Button icon={<Upload />} onClick={choose}>
            Déposer un fichier
          </Button>
        </div>
      )}
      <input
        ref={file}
        type="file"
        accept={acceptedSounds}
        multiple
        hidden
        aria-label="Fichiers de son"
        onChange={(event) => sendAll(event.target.files)}
      />
      {here.map((sending) => (
        <SendingRow key={sending.id} sending={sending} />
      ))}
      <HalfSentNotes memberId={memberId} storyId={storyId} sendings={here} choose={choose} />
      {!isRecording && <FoundTakes memberId={memberId} storyId={storyId} sendings={here} />}
    </div>
  )
}
