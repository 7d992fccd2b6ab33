'use client'
import { Save, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { RecordedPart } from '#lib/db/schema.ts'
import type { Recording } from '#lib/master/recording.server.ts'
import { partsFromPlan, partsFromTakes, type RecordedLine, type Take } from '#lib/master/recording.ts'
import { PartCard } from './part-card.tsx'
import { ProposeAgain } from './propose-again.tsx'
import { RecordingShape } from './recording-shape.tsx'
import { unpackShape } from './shape.ts'
import { TwoCuts } from './two-cuts.tsx'
import { useCut } from './use-cut.ts'
import { useExcerpt } from './use-excerpt.ts'

type Props = {
  episodeId: string
  recording: Recording
  lines: readonly RecordedLine[]
  /** What was taken on the air; empty when nobody called the show. */
  takes: readonly Take[]
  shape: string
}

const aroundMs = 5_000
const excerptMs = 2_500

/** Which stretch of the recording is which line of the rundown, by ear, by eye and by figures. */
export function RecordingEditor({ episodeId, recording, lines, takes, shape: packed }: Props) {
  const { clipId, title, durationMs } = recording
  const shape = useMemo(() => unpackShape(packed), [packed])
  const cut = useCut({ episodeId, version: recording.version, parts: recording.parts })
  const [open, setOpen] = useState<number | null>(null)
  const excerpt = useExcerpt(`/ecouter/${clipId}.mp3`)
  const { parts } = cut
  const around = (atMs: number) => {
    const column = (ms: number) => Math.round((ms / durationMs) * shape.length)
    // Beyond both ends there is silence, so that the boundary stays in the middle.
    return Array.from(
      { length: column(2 * aroundMs) },
      (_, index) => shape[column(atMs - aroundMs) + index] ?? 0,
    )
  }
  const listen = (index: number) => {
    const atMs = parts[index]?.startMs ?? 0
    if (excerpt.playing === index) excerpt.stop()
    else excerpt.play(Math.max(0, atMs - excerptMs), Math.min(durationMs, atMs + excerptMs), index)
  }
  const { pending, change, calm } = cut
  const desk = { parts, lines, around, playing: excerpt.playing, pending, change, calm, listen }
  const missing = lines.filter(({ id }) => parts.every(({ itemId }) => itemId !== id))
  return (
    <section aria-label="Découpage" className="grid grid-cols-1 gap-4">
      <p>
        <strong>{title}</strong>, <Clock durationMs={durationMs} />. Les masters seront faits à partir de cet
        enregistrement.
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: a few seconds around a cut, by those who made it */}
      <audio ref={excerpt.audio} preload="none" />
      <RecordingShape {...{ shape, parts, durationMs, open }} onOpen={setOpen} onChange={change} />
      <ol className="grid grid-cols-1 gap-2" aria-label="Parties de l’enregistrement">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place, and a moved boundary must keep the focus
          <li key={index}>
            <PartCard
              {...{ desk, index, part }}
              isOpen={open === index}
              onOpen={() => setOpen(open === index ? null : index)}
            />
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <FormMessage tone="info">
          Pas dans l’enregistrement : {missing.map((line) => line.title || 'Sans titre').join(', ')}. Ces
          lignes gardent leur propre son.
        </FormMessage>
      )}
      <ProposeAgain
        {...spanOf(parts, durationMs)}
        durationMs={durationMs}
        onPropose={(startMs, endMs) => change(partsFromPlan(lines, durationMs, startMs, endMs))}
        onAsAired={
          takes.length > 0 ? (startMs) => change(partsFromTakes(takes, lines, durationMs, startMs)) : null
        }
      />
      {cut.stale && <Choice {...cut} stale={cut.stale} />}
      <SaveBar {...cut} />
    </section>
  )
}

/** From where the first line begins to where the last one ends. */
function spanOf(parts: readonly RecordedPart[], durationMs: number) {
  const named = parts.filter(({ itemId }) => itemId !== null)
  return { startMs: named[0]?.startMs ?? 0, endMs: named.at(-1)?.endMs ?? durationMs }
}

type Cut = ReturnType<typeof useCut>

function Choice({ parts, stale, save, takeTheirs }: Cut & { stale: NonNullable<Cut['stale']> }) {
  return (
    <TwoCuts
      yours={parts}
      theirs={stale.parts}
      onYours={() => save(stale.version)}
      onTheirs={() => takeTheirs(stale)}
    />
  )
}

function SaveBar({ isDirty, pending, words, save, undo }: Cut) {
  return (
    <div className="sticky bottom-(--nav-height,0px) -mx-1 grid gap-2 bg-paper px-1 py-2 print:hidden">
      <FormMessage tone={words?.tone ?? 'ok'}>{words?.text}</FormMessage>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" icon={<Save />} pending={pending} onClick={() => save()}>
          Garder
        </Button>
        {undo && (
          <Button icon={<Undo2 />} onClick={undo}>
            Défaire
          </Button>
        )}
        <p role="status" className="text-ink-2">
          {isDirty && 'Pas encore gardé'}
        </p>
      </div>
    </div>
  )
}
