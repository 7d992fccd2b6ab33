import { ArrowLeftToLine, ArrowRightToLine, Play } from 'lucide-react'
import { useRef } from 'react'
import { PlaceField } from '#app/_sound/place-field.tsx'
import { Button } from '#app/_ui/button.tsx'
import { exactDurationWords } from '#app/_ui/duration-words.ts'
import type { SoundCue } from '#lib/story/sound-cue.ts'
import { cueLength, emptyCue } from '#lib/story/sound-cue.ts'
import type { StorySound } from './story-sound.ts'

type Places = Pick<SoundCue, 'inMs' | 'outMs'>
type Props = { sound: StorySound | null; places: Places; onPlaces: (places: Places) => void }

/** Where a sound begins and ends: by listening and pressing, or by typing. Without a sound, how long it will be. */
export function CuePlaces({ sound, places, onPlaces }: Props) {
  const audio = useRef<HTMLAudioElement>(null)
  const whole = sound?.durationMs ?? null
  const length = cueLength({ ...emptyCue, ...places }, whole)
  const within = (atMs: number) => Math.max(0, Math.min(Math.round(atMs), whole ?? atMs))
  const here = () => within((audio.current?.currentTime ?? 0) * 1000)
  const begin = (inMs: number) => onPlaces({ ...places, inMs: inMs > 0 ? within(inMs) : null })
  const finish = (outMs: number) => onPlaces({ ...places, outMs: outMs > 0 ? within(outMs) : null })
  const hear = () => {
    if (!audio.current) return
    audio.current.currentTime = (places.inMs ?? 0) / 1000
    audio.current.play().catch(() => undefined)
  }
  const stopAtEnd = () => {
    const past = here() - (places.outMs ?? Number.POSITIVE_INFINITY)
    // Only at the end itself: whoever has gone on beyond it wants to hear what comes there.
    if (past >= 0 && past < 1000) audio.current?.pause()
  }
  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="mb-1 font-bold">Quel passage ?</legend>
      {sound && whole !== null && (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: it is one's own sound, and its words are the text around it. */}
          <audio
            ref={audio}
            src={`/ecouter/${sound.id}.mp3`}
            controls
            preload="none"
            className="w-full"
            aria-label={sound.title}
            onTimeUpdate={stopAtEnd}
          />
          <div className="flex flex-wrap gap-2">
            <Button icon={<ArrowRightToLine />} onClick={() => begin(here())}>
              Commencer ici
            </Button>
            <Button icon={<ArrowLeftToLine />} onClick={() => finish(here())}>
              Finir ici
            </Button>
            <Button icon={<Play />} onClick={hear}>
              Écouter le passage
            </Button>
          </div>
        </>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter takes the place, and does not yet place the sound. */}
      <div
        className="flex flex-wrap gap-4"
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      >
        {sound && <PlaceField label="Début" atMs={places.inMs ?? 0} onPlace={begin} />}
        <PlaceField
          label={sound ? 'Fin' : 'Durée prévue'}
          atMs={places.outMs ?? whole ?? 0}
          onPlace={finish}
        />
      </div>
      <p role="status" className="tabular">
        {length !== null && length > 0 && `Le son dure ${exactDurationWords(length)}.`}
      </p>
    </fieldset>
  )
}
