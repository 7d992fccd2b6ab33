'use client'
import './trim-panel.css'
import { Check, Undo2, WandSparkles } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { SoundEditor } from '#lib/sound/edit.server.ts'
import { keptParts } from '#lib/sound/edit.ts'
import { EndButtons, PlaceButtons } from './cutting-buttons.tsx'
import { pressKey } from './cutting-keys.ts'
import { KeptLength } from './kept-length.tsx'
import { PlaceField } from './place-field.tsx'
import { useCuttingDesk } from './use-cutting-desk.ts'
import { usePartPlayer } from './use-part-player.ts'
import { useShape } from './use-shape.ts'
import { useSoundEdit } from './use-sound-edit.ts'
import { WaveStage } from './wave-stage.tsx'

/** Silence shorter than that is a breath: nobody needs to be asked. Milliseconds. */
const worthAsking = 400

/** The two ends of a take: by its silence in one tap, or by hand. The take itself stays whole. */
export default function TrimPanel({ editor, close }: { editor: SoundEditor; close: () => void }) {
  const { id, title, sound } = editor
  const media = useRef<HTMLAudioElement>(null)
  const shape = useShape(`/ecouter/${id}/forme`)
  const work = useSoundEdit(editor)
  const parts = useMemo(() => keptParts(work.present, sound), [work.present, sound])
  const player = usePartPlayer(media, { ...work.present, parts })
  const desk = useCuttingDesk(work, sound, shape, player)
  const [only] = parts
  return (
    <section
      aria-label="Raccourcir le début et la fin"
      className="trim grid grid-cols-1 gap-3"
      onKeyDown={(event) => pressEndKey(event, desk)}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the text of the take stands above it. */}
      <audio ref={media} src={`/ecouter/${id}.mp3`} preload="metadata" />
      <SilenceOffer
        sound={sound}
        isTaken={!work.present.keepsSilence && work.present.parts.length === 0}
        take={() => work.change({ ...work.present, parts: [], keepsSilence: false })}
      />
      <div className="grid grid-cols-1 gap-3">
        <WaveStage
          media={media}
          shape={shape}
          durationMs={sound.durationMs}
          parts={parts}
          atMs={player.atMs}
          zoom={desk.zoom}
          label={`Place dans « ${title} »`}
          onSeek={player.seek}
          onPart={desk.moveTo}
        />
        <PlaceButtons desk={desk} />
        <div className="flex flex-wrap gap-2">
          <EndButtons desk={desk} />
          <Button variant="quiet" icon={<Undo2 />} onClick={desk.undo}>
            Annuler
          </Button>
        </div>
      </div>
      {only && parts.length === 1 ? (
        <div className="flex flex-wrap gap-4">
          <PlaceField
            label="Commence à"
            atMs={only.startMs}
            onPlace={(startMs) => desk.moveTo(0, { startMs })}
          />
          <PlaceField label="Finit à" atMs={only.endMs} onPlace={(endMs) => desk.moveTo(0, { endMs })} />
        </div>
      ) : (
        <p>
          Cette prise est coupée en plusieurs morceaux.{' '}
          <ButtonLink href={`/sons/${id}`}>Couper et soigner</ButtonLink>
        </p>
      )}
      <KeptLength edit={work.present} sound={sound} said={desk.said} />
      <FormMessage tone="error">{work.refused}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <Button onClick={close}>Fermer</Button>
        <Button variant="primary" icon={<Check />} onClick={work.keep} pending={work.pending}>
          Garder ces bords
        </Button>
      </div>
    </section>
  )
}

type Offer = { sound: SoundEditor['sound']; isTaken: boolean; take: () => void }

function SilenceOffer({ sound: { silence }, isTaken, take }: Offer) {
  const ends = [
    { ms: silence.startMs, where: 'au début' },
    { ms: silence.endMs, where: 'à la fin' },
  ].filter(({ ms }) => ms >= worthAsking)
  if (ends.length === 0) return <p>Il n’y a pas de silence de trop aux deux bouts.</p>
  const words = ends.map(({ ms, where }) => `${secondsWords(ms)} ${where}`).join(' et ')
  return (
    <div className="grid gap-2">
      <p>Il y a du silence : {words}.</p>
      {isTaken ? (
        <FormMessage tone="ok">Ce silence est enlevé. Il reste une respiration.</FormMessage>
      ) : (
        <div>
          <Button icon={<WandSparkles />} onClick={take}>
            Enlever le silence
          </Button>
        </div>
      )}
    </div>
  )
}

const secondsWords = (ms: number) => `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`

/** As on the cutting desk, but for what makes pieces. */
function pressEndKey(event: KeyboardEvent, desk: Parameters<typeof pressKey>[1]) {
  if (!['s', 'delete', 'backspace'].includes(event.key.toLowerCase())) pressKey(event, desk)
}
