import { type ReactNode, useId } from 'react'

type Props = {
  /** What the word means, in one or two plain sentences. */
  meaning: string
  /** The word as it stands in the sentence. */
  children: ReactNode
}

/** A radio word, underlined and explained on demand. The browser opens and closes it, Escape included. */
export function GlossaryTerm({ meaning, children }: Props) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className="glossary-word" aria-haspopup="dialog">
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Ce que ce mot veut dire"
        className="glossary-meaning"
      >
        <strong>{children}</strong> {meaning}{' '}
        <button type="button" popoverTarget={id} popoverTargetAction="hide" className="glossary-close">
          Fermer
        </button>
      </span>
    </>
  )
}
