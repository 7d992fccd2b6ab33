import type { ReactNode } from 'react'

type Props = {
  icon: ReactNode
  /** Said beside the sign, on a phone below it. */
  children: ReactNode
  onPress: () => void
  /** For what is on or off. */
  isOn?: boolean
  /** Left out on a phone, where a finger or the panel does the same. */
  isWide?: boolean
  opensPanel?: boolean
}

/** A button of the prompter's bar. */
export function Tool({ icon, children, onPress, isOn, isWide, opensPanel }: Props) {
  return (
    <button
      type="button"
      className="prompt-tool"
      data-wide={isWide || undefined}
      aria-pressed={isOn}
      aria-haspopup={opensPanel ? 'dialog' : undefined}
      onClick={onPress}
    >
      {icon}
      <span>{children}</span>
    </button>
  )
}
