import { useId } from 'react'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Field } from '#app/_ui/field.tsx'
import type { ClipEdit } from '#lib/db/schema.ts'
import { longestFadeMs, mostGainDb } from '#lib/sound/edit.ts'
import { gainWords } from './edit-words.ts'

type Props = { edit: ClipEdit; change: (next: ClipEdit) => void; silenceReason: string | null }

/** How a sound begins, ends and stands beside the others. */
export function FinishFields({ edit, change, silenceReason }: Props) {
  const isCut = edit.parts.length > 0
  const hint = isCut
    ? 'Vous avez coupé vous-même : les bords sont ceux de vos morceaux.'
    : (silenceReason ?? 'Sans cela, on n’en laisse qu’une respiration.')
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Slider
          label="Le son arrive doucement en"
          value={edit.fadeInMs / 1000}
          most={longestFadeMs / 1000}
          words={secondsWords(edit.fadeInMs)}
          onValue={(seconds) => change({ ...edit, fadeInMs: Math.round(seconds * 1000) })}
        />
        <Slider
          label="Le son s’en va doucement en"
          value={edit.fadeOutMs / 1000}
          most={longestFadeMs / 1000}
          words={secondsWords(edit.fadeOutMs)}
          onValue={(seconds) => change({ ...edit, fadeOutMs: Math.round(seconds * 1000) })}
        />
        <Slider
          label="Plus fort ou plus doux"
          value={edit.gainDb}
          least={-mostGainDb}
          most={mostGainDb}
          step={0.5}
          words={gainWords(edit.gainDb)}
          onValue={(gainDb) => change({ ...edit, gainDb })}
        />
      </div>
      <Checkbox
        label="Garder le silence au début et à la fin"
        hint={hint}
        name="keepsSilence"
        checked={edit.keepsSilence}
        disabled={isCut}
        onChange={(event) => change({ ...edit, keepsSilence: event.target.checked })}
      />
    </div>
  )
}

type SliderProps = {
  label: string
  value: number
  least?: number
  most: number
  step?: number
  words: string
  onValue: (value: number) => void
}

/** A native slider, 48 px high, that says what it means. */
function Slider({ label, value, least = 0, most, step = 0.1, words, onValue }: SliderProps) {
  const id = useId()
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        onChange={(event) => onValue(Number(event.target.value))}
        aria-valuetext={words}
        className="h-12 w-full accent-brick"
      />
      <output htmlFor={id} className="text-small text-ink-2">
        {words}
      </output>
    </Field>
  )
}

function secondsWords(ms: number): string {
  if (ms === 0) return 'tout de suite'
  const seconds = ms / 1000
  return `${seconds.toLocaleString('fr-FR')} seconde${seconds >= 2 ? 's' : ''}`
}
