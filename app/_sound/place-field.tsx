import { useId, useState } from 'react'
import { Field } from '#app/_ui/field.tsx'
import { inputLook } from '#app/_ui/field-words.ts'
import { formatPlace, parsePlace } from '#lib/time/place.ts'

type Props = { label: string; atMs: number; onPlace: (atMs: number) => void }

/** A place in a sound, in figures that one may type over; Enter or leaving the field takes them. */
export function PlaceField({ label, atMs, onPlace }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    const place = typed === null ? null : parsePlace(typed)
    if (place !== null) onPlace(place)
    // What is no place becomes the old one again.
    setTyped(null)
  }
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        value={typed ?? formatPlace(atMs)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
        inputMode="decimal"
        autoComplete="off"
        className={`${inputLook} tabular max-w-36`}
      />
    </Field>
  )
}
