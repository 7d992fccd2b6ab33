import { type ReactNode, useId } from 'react'
import { FieldError } from './field-error.tsx'
import { FieldHint } from './field-hint.tsx'
import { type FieldWords, tied } from './field-words.ts'

type Choice = { value: string; label: string; hint?: string; icon?: ReactNode }
type Props = FieldWords & {
  name: string
  choices: readonly Choice[]
  defaultValue?: string | undefined
  required?: boolean
  /** A word each, such as yes and no: they stand side by side on a phone too. */
  areShort?: boolean
  onChoose?: (value: string) => void
}

/** One choice among a few, each on its own card. The chosen card has a dot, a thicker edge and a tint. */
export function RadioCards({
  label,
  hint,
  error,
  optional,
  name,
  choices,
  defaultValue,
  required,
  areShort = false,
  onChoose,
}: Props) {
  const id = useId()
  const { 'aria-describedby': describedBy } = tied(id, { hint, error })
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={describedBy}>
      <legend className="mb-2 font-bold">
        {label}
        {optional && <span className="font-normal text-ink-2"> (facultatif)</span>}
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className={`grid gap-2 ${areShort ? besideLook : belowLook}`}>
        {choices.map((choice) => (
          <label key={choice.value} className={cardLook}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
              onChange={onChoose && (() => onChoose(choice.value))}
              className="size-6 flex-none accent-brick"
            />
            {choice.icon}
            <span className="min-w-0">
              <span className="block font-bold">{choice.label}</span>
              {choice.hint && <span className="block text-small">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

const belowLook = 'grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))]'
const besideLook = 'grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))]'

const cardLook =
  'flex min-h-14 min-w-0 items-center gap-3 rounded-card border-2 border-border bg-surface px-[min(1rem,3vw)] py-2 ' +
  'hover:bg-sand has-checked:border-brick has-checked:bg-brick-soft has-checked:outline-2 has-checked:outline-brick ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink'
