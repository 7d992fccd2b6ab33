import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FieldError } from '#app/_ui/field-error.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { storyLimits } from '#lib/story/document.ts'
import type { SoundCue } from '#lib/story/sound-cue.ts'
import { CuePlaces } from './cue-places.tsx'
import type { StorySound } from './story-sound.ts'

type Props = { cue: SoundCue; sounds: readonly StorySound[]; onPlace: (cue: SoundCue) => void }

/** Choose, listen, say where it begins and ends, and by which words one knows it. */
export function CueForm({ cue, sounds, onPlace }: Props) {
  const [clipId, setClip] = useState(cue.clipId)
  const [places, setPlaces] = useState({ inMs: cue.inMs, outMs: cue.outMs })
  const [error, setError] = useState<string>()
  const sound = sounds.find(({ id }) => id === clipId) ?? null
  const choose = (id: string) => {
    setClip(id || null)
    setPlaces({ inMs: null, outMs: null })
  }
  const place = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const words = (name: string) => String(form.get(name) ?? '').trim()
    const outMs = places.outMs ?? sound?.durationMs ?? null
    if (outMs !== null && outMs <= (places.inMs ?? 0))
      return setError('La fin est avant le début. Changez l’une des deux.')
    const label = words('label') || (sound?.title ?? '')
    onPlace({
      clipId,
      label,
      inMs: places.inMs,
      outMs,
      firstWords: words('firstWords'),
      lastWords: words('lastWords'),
    })
  }
  return (
    <form onSubmit={place} className="grid grid-cols-1 gap-4">
      {sounds.length > 0 && (
        <SelectField
          label="Lequel ?"
          name="clipId"
          placeholder="Pas encore enregistré"
          options={sounds.map(({ id, title }) => ({ value: id, label: title }))}
          value={clipId ?? ''}
          onChange={(event) => choose(event.target.value)}
        />
      )}
      <TextField
        label="Nom du son"
        hint="Par exemple : le moulin de Zohra."
        name="label"
        maxLength={storyLimits.label}
        autoComplete="off"
        defaultValue={cue.label}
      />
      <CuePlaces key={clipId} sound={sound} places={places} onPlaces={setPlaces} />
      <CueWords cue={cue} />
      <FieldError id="extrait" error={error} />
      <Button type="submit" variant="primary">
        Placer le son
      </Button>
    </form>
  )
}

function CueWords({ cue }: { cue: SoundCue }) {
  const field = { maxLength: storyLimits.cueWords, autoComplete: 'off', optional: true }
  return (
    <>
      <TextField label="Les premiers mots" name="firstWords" defaultValue={cue.firstWords} {...field} />
      <TextField
        label="Les derniers mots"
        hint="Pour savoir quand reprendre la parole."
        name="lastWords"
        defaultValue={cue.lastWords}
        {...field}
      />
    </>
  )
}
