import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { AddSounds } from '#app/_sound/add-sounds.tsx'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { SoundCard } from '#app/_sound/sound-card.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readAirTakes } from '#lib/master/air-takes.server.ts'
import { readRecordedLines, readRecording } from '#lib/master/recording.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readWaveform } from '#lib/sound/listening.server.ts'
import { listLibrary } from '#lib/sound/sound.server.ts'
import { waveformPeaks } from '#lib/sound/waveform-peaks.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { ChooseRecording } from './choose-recording.tsx'
import { DropRecording } from './drop-recording.tsx'
import { RecordingEditor } from './recording-editor.tsx'
import { columnMs, mostColumns, packShape } from './shape.ts'

export const metadata = { title: 'Émission enregistrée d’une traite' }

/** The show recorded in one run: the sound, and which stretch of it is which line. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const [recording, lines, takes] = await found(
    Promise.all([
      readRecording(theDb(), actor, id),
      readRecordedLines(theDb(), actor, id),
      readAirTakes(theDb(), actor, id),
    ]),
  )
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-8">
      <header className="grid gap-2">
        <h2>Émission enregistrée d’une traite</h2>
        <p>
          {recording
            ? 'Dites où commence chaque ligne du conducteur. Ce que vous laissez « hors émission » ne sera pas gardé dans les masters.'
            : 'Vous avez enregistré toute l’émission d’un coup, dans les conditions du direct ? Déposez ce son, puis choisissez-le dans la liste.'}
        </p>
      </header>
      {recording ? (
        <>
          {recording.isBinned && (
            <FormMessage tone="warn">
              Le son « {recording.title} » est dans la corbeille. Sortez-le de là, ou choisissez-en un autre.
            </FormMessage>
          )}
          <RecordingEditor
            key={recording.clipId}
            episodeId={id}
            recording={recording}
            lines={lines}
            takes={takes}
            shape={await shapeOf(actor, recording.clipId, recording.durationMs)}
          />
          <DropRecording episodeId={id} title={recording.title} />
        </>
      ) : (
        <Choosing actor={actor} episodeId={id} hasLines={lines.length > 0} />
      )}
    </div>
  )
}

async function shapeOf(actor: Actor, clipId: string, durationMs: number): Promise<string> {
  const columns = Math.min(mostColumns, Math.ceil(durationMs / columnMs))
  return packShape(waveformPeaks(await readWaveform(theDb(), actor, clipId, columns)))
}

const waitingShown = 3

async function Choosing({
  actor,
  episodeId,
  hasLines,
}: {
  actor: Actor
  episodeId: string
  hasLines: boolean
}) {
  const sounds = await listLibrary(theDb(), actor, { shelf: 'all' })
  const ready = sounds.filter(({ state }) => state === 'ready')
  const waiting = sounds.filter(({ state }) => state !== 'ready').slice(0, waitingShown)
  return (
    <>
      <RefreshWhile active={waiting.some(({ state }) => state !== 'refused')} />
      {!hasLines && (
        <FormMessage tone="info">
          Le conducteur est encore vide. Remplissez-le d’abord : on s’en sert pour proposer le découpage.
        </FormMessage>
      )}
      <AddSounds memberId={actor.memberId} storyId={null} shown={sounds.map(({ id }) => id)} />
      {waiting.map((sound) => (
        <SoundCard key={sound.id} sound={sound} peaks={[]} level={3} />
      ))}
      {ready.length > 0 && (
        <ChooseRecording
          // A sound that has just become ready is the one to offer.
          key={ready[0]?.id}
          episodeId={episodeId}
          sounds={ready.map(({ id, title, durationMs }) => ({
            value: id,
            label: `${title} · ${formatDuration(durationMs ?? 0)}`,
          }))}
        />
      )}
    </>
  )
}
