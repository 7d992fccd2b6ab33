// biome-ignore-all lint/suspicious/noArrayIndexKey: a text cut in order; its parts have no names.
import { Fragment } from 'react'
import type { Marked } from '#lib/publishing/search.ts'

/** A text with what was looked for marked in it. */
export function MarkedWords({ text }: { text: Marked }) {
  return text.map((part, at) =>
    part.isHit ? (
      <mark key={at} className="rounded-tag bg-sun px-0.5 text-on-sun">
        {part.text}
      </mark>
    ) : (
      <Fragment key={at}>{part.text}</Fragment>
    ),
  )
}
