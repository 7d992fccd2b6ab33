import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  /** From 0 to 1; null while nobody can tell. */
  value: number | null
  /** Where it stands, in words: "12 minutes sur 30 envoyées". */
  words?: ReactNode
  /** The way to stop it. */
  cancel?: ReactNode
}

/** Something long that goes forward. The words change, the bar follows. */
export function Progress({ label, value, words, cancel }: Props) {
  const id = useId()
  return (
    <div className="grid grid-cols-1 gap-2">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      <progress
        id={id}
        max={1}
        value={value ?? undefined}
        aria-valuetext={typeof words === 'string' ? words : undefined}
        className="progress"
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="tabular text-ink-2">
          {words}
        </p>
        {cancel}
      </div>
    </div>
  )
}
