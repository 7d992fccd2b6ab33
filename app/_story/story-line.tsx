// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is rendered whole, and its parts have no names.
import { Fragment, type ReactNode } from 'react'
import type { Inline, Mark } from '#lib/story/document.ts'

/** The words of one block: bold, links that were checked, line breaks. */
export function StoryLine({ content }: { content: readonly Inline[] | undefined }) {
  return (content ?? []).map((inline, at) => (
    <Fragment key={at}>
      {inline.type === 'hardBreak' ? <br /> : (inline.marks ?? []).reduce<ReactNode>(marked, inline.text)}
    </Fragment>
  ))
}

function marked(words: ReactNode, mark: Mark): ReactNode {
  if (mark.type === 'bold') return <strong>{words}</strong>
  return (
    <a href={mark.attrs.href} rel="noopener noreferrer nofollow">
      {words}
    </a>
  )
}
