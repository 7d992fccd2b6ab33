import type { ReactNode } from 'react'

type Props = {
  icon: ReactNode
  /** On or off, for what stays on; leave out for what simply happens. */
  pressed?: boolean
  /** Stays where it is and can be reached, so that the focus is never lost. */
  disabled?: boolean
  /** Stays in sight when the row slides. */
  stays?: boolean
  /** Its name, when the word on it does not say enough. */
  label?: string
  onPress: () => void
  children: ReactNode
}

/** A tool: sign over word, 48 px at least. It leaves the cursor in the text when touched. */
export function ToolButton({ icon, pressed, disabled, stays, label, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={stays ? 'tool-button tool-stays' : 'tool-button'}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onPress}
    >
      {icon}
      <span>{children}</span>
    </button>
  )
}
