import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonVariant, buttonLook } from './button-look.ts'

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  variant?: ButtonVariant
  /** Shown before the words; without words only for what has a name for all to hear, such as closing. */
  icon?: ReactNode
  wide?: boolean
  /** The action is under way: the button stays where it is, says so, and cannot be pressed twice. */
  pending?: boolean
  pendingLabel?: string
}

/** A button. 56 px high when primary, 48 px otherwise, and growing with the text. */
export function Button({
  variant = 'secondary',
  icon,
  wide,
  pending = false,
  pendingLabel = 'Un instant…',
  children,
  ...rest
}: Props) {
  const type = rest.type ?? 'button'
  return (
    <button
      {...rest}
      type={pending ? 'button' : type}
      className={buttonLook(variant, wide)}
      aria-disabled={pending || undefined}
      onClick={pending ? undefined : rest.onClick}
    >
      {pending ? <LoaderCircle className="motion-safe:animate-spin" /> : icon}
      {/* A sign alone keeps no room for words. */}
      {(pending || children) && <span>{pending ? pendingLabel : children}</span>}
    </button>
  )
}
