// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is rendered whole, and its parts have no names.
'use client'
import '#app/_story/story-text.css'
import type { ReactNode } from 'react'
import { blockWords } from '#app/_story/block-words.ts'
import type { Block, Inline, StoryContent } from '#lib/story/document.ts'
import { ChosenPassage } from './chosen-passage.tsx'
import { useNotes } from './notes-context.tsx'
import { ReadLine } from './read-line.tsx'
import { useChosen } from './use-chosen.ts'

/** A text that one reads over: a sentence is chosen with one touch, or from its passage's own button by key. */
export function ReadText({ content, mayNote }: { content: StoryContent; mayNote: boolean }) {
  const { notes, current } = useNotes()
  const { chosen, choose, box, handlers } = useChosen(mayNote)
  const marks = notes.flatMap(({ id, place, closed, kind }) =>
    place && !closed ? [{ id, place, kind, isCurrent: id === current }] : [],
  )
  let count = 0
  const line = (inlines: readonly Inline[] | undefined) => {
    const at = count++
    return (
      <ReadLine
        line={at}
        content={inlines ?? []}
        marks={marks.filter(({ place }) => place.line === at)}
        chosen={chosen?.line === at ? chosen : null}
        choose={mayNote ? choose : null}
      >
        {chosen?.line === at && <ChosenPassage passage={chosen} onClose={() => choose(null)} />}
      </ReadLine>
    )
  }
  return (
    <div ref={box} className="story-text read-text" {...handlers}>
      {content.content.map((block, at) => (
        <div key={at}>{blockOf(block, line)}</div>
      ))}
    </div>
  )
}

type Line = (inlines: readonly Inline[] | undefined) => ReactNode

function blockOf(block: Block, line: Line): ReactNode {
  switch (block.type) {
    case 'heading':
      return block.attrs.level === 2 ? <h2>{line(block.content)}</h2> : <h3>{line(block.content)}</h3>
    case 'soundCue':
      return (
        <div data-block="soundCue" data-words={blockWords.soundCue}>
          {block.attrs.label || '…'}
        </div>
      )
    case 'blockquote':
      return (
        <blockquote>
          {block.content.map((inner, at) => (
            <div key={at}>{blockOf(inner, line)}</div>
          ))}
        </blockquote>
      )
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item, at) => (
        <li key={at}>
          {item.content.map((inner, within) => (
            <div key={within}>{blockOf(inner, line)}</div>
          ))}
        </li>
      ))
      return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs.start}>{items}</ol>
    }
    case 'paragraph':
      return <div data-by={block.attrs.by ?? undefined}>{line(block.content)}</div>
    default:
      return (
        <div
          data-block={block.type}
          data-words={blockWords[block.type]}
          data-by={block.type === 'offAir' ? undefined : (block.attrs.by ?? undefined)}
        >
          {line(block.content)}
        </div>
      )
  }
}
