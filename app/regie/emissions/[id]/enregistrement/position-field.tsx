'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Field } from '#app/_ui/field.tsx'
import { inputLook, tied } from '#app/_ui/field-words.ts'
import { formatPlaceToTenth, parsePlace } from '#lib/time/place.ts'

type Props = { label: string; atMs: number; mostMs: number; onMove: (toMs: number) => void }

/** A place in a sound, typed as people type it; taken when one leaves the field or presses Enter. */
export function PositionField({ label, atMs, mostMs, onMove }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    if (input.current) input.current.value = formatPlaceToTenth(atMs)
    setWrong(false)
  }, [atMs])
  const read = (typed: string) => {
    const ms = parsePlace(typed)
    setWrong(ms === null || ms > mostMs)
    // What was not touched stays to the millisecond: the field shows tenths.
    if (ms !== null && ms <= mostMs && typed !== formatPlaceToTenth(atMs)) onMove(ms)
  }
  const error = isWrong
    ? `Écrivez un moment du son, par exemple 12:34,5. Il finit à ${formatPlaceToTenth(mostMs)}.`
    : undefined
  return (
    <Field id={id} label={label} error={error}>
      <input
        ref={input}
        {...tied(id, { error })}
        defaultValue={formatPlaceToTenth(atMs)}
        autoComplete="off"
        onBlur={(event) => read(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && read(event.currentTarget.value)}
        className={`${inputLook} tabular max-w-40`}
      />
    </Field>
  )
}
