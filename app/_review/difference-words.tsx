import { Fragment } from 'react'
import { wordDifference } from '#lib/story/difference.ts'

/** What goes is struck out, what comes is underlined; a screen reader is told which is which. */
export function DifferenceWords({ before, after }: { before: string; after: string }) {
  const parts = wordDifference(before, after)
  return (
    <p className="difference">
      {parts.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are shown whole, and have no names.
        if (kind === 'same') return <Fragment key={at}>{text}</Fragment>
        const Change = kind === 'added' ? 'ins' : 'del'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <Change key={at}>
            <span className="sr-only">{kind === 'added' ? ' [ajouté : ' : ' [retiré : '}</span>
            {text}
            <span className="sr-only">] </span>
          </Change>
        )
      })}
    </p>
  )
}
