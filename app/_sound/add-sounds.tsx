'use client'
import { Mic, Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_ui/button.tsx'
import { FoundTakes } from './found-takes.tsx'
import { HalfSentNotes } from './half-sent-notes.tsx'
import { Recorder } from './recorder.tsx'
import { SendingRow } from './sending-row.tsx'
import { currentSendings, dropSending, listenToSendings, type Sending, sendFile } from './sendings.ts'

const none: readonly Sending[] = []
// Recorders of telephones write sound into video files too; what is no sound is said after it has arrived.
const accepted =
  'audio/*,video/mp4,video/webm,video/quicktime,.m4a,.opus,.amr,.3gp,.flac,.aif,.aiff,.caf,.wma'

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
        accept={accepted}
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

/** An arrived sound leaves this list once it stands in the page's own, not before: it must never seem lost. */
function useArrivals(sendings: readonly Sending[], shown: readonly string[]) {
  const router = useRouter()
  const arrived = sendings.filter(({ state }) => state === 'done')
  const ids = arrived.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids !== '') router.refresh()
  }, [ids, router])
  useEffect(() => {
    for (const { id, clipId } of arrived) if (clipId && shown.includes(clipId)) dropSending(id)
  })
}
