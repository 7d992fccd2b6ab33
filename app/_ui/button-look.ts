/** `primary`: the one main action of a screen. `quiet`: beside others, without a frame. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const shape =
  'inline-flex max-w-full items-center justify-center gap-[min(0.75rem,3vw)] rounded-card border-2 text-center font-bold leading-tight no-underline [overflow-wrap:anywhere] ' +
  'transition-colors select-none print:hidden ' +
  'disabled:border-dashed disabled:border-border disabled:bg-sand disabled:text-ink-2'

const variants: Record<ButtonVariant, string> = {
  primary:
    'min-h-14 min-w-14 px-[min(1.5rem,5vw)] py-3 border-brick bg-brick text-on-fill hover:border-brick-pressed hover:bg-brick-pressed',
  secondary: 'min-h-12 min-w-12 px-[min(1.25rem,4vw)] py-2 border-ink bg-surface text-ink hover:bg-sand',
  quiet:
    'min-h-12 min-w-12 px-[min(0.75rem,3vw)] py-2 border-transparent bg-transparent text-ink underline underline-offset-4 hover:bg-sand',
  danger:
    'min-h-12 min-w-12 px-[min(1.25rem,4vw)] py-2 border-error bg-surface text-error hover:bg-error-soft',
}

/** The classes of a button, for what must be a button or a link. `wide` fills the line, as on a phone. */
export function buttonLook(variant: ButtonVariant, wide = false): string {
  return `${shape} ${variants[variant]}${wide ? ' w-full' : ''}`
}
