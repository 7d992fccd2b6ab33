// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is rendered whole, and its parts have no names.
import './story-text.css'
import type { ReactNode } from 'react'
import type { Block, StoryContent } from '#lib/story/document.ts'
import { cueLine } from '#lib/story/sound-cue.ts'
import { blockWords } from './block-words.ts'
import { StoryLine } from './story-line.tsx'

/** `listeners` hear neither notes nor the words of the trade; `members` see every block by its name. */
type Audience = 'members' | 'listeners'

/** A story's text, read only: one element for each sort of block, nothing else. */
export function StoryText({ content, for: audience }: { content: StoryContent; for: Audience }) {
  return <div className="story-text">{blocksOf(content.content, audience)}</div>
}

function blocksOf(blocks: readonly Block[], audience: Audience): ReactNode {
  return blocks.map((block, at) => <StoryBlock key={at} block={block} audience={audience} />)
}

function StoryBlock({ block, audience }: { block: Block; audience: Audience }) {
  switch (block.type) {
    case 'heading': {
      const Title = block.attrs.level === 2 ? 'h2' : 'h3'
      return (
        <Title>
          <StoryLine content={block.content} />
        </Title>
      )
    }
    case 'blockquote':
      return <blockquote>{blocksOf(block.content, audience)}</blockquote>
    case 'bulletList':
      return <ul>{itemsOf(block, audience)}</ul>
    case 'orderedList':
      return <ol start={block.attrs.start}>{itemsOf(block, audience)}</ol>
    case 'offAir':
    case 'soundCue':
      return audience === 'members' ? <StudioBlock block={block} /> : null
    default:
      return <Said block={block} audience={audience} />
  }
}

type ListBlock = Extract<Block, { type: 'bulletList' | 'orderedList' }>

function itemsOf(list: ListBlock, audience: Audience): ReactNode {
  return list.content.map((item, at) => <li key={at}>{blocksOf(item.content, audience)}</li>)
}

/** What is never said: a note, or where a sound plays. */
function StudioBlock({ block }: { block: Extract<Block, { type: 'offAir' | 'soundCue' }> }) {
  return (
    <div data-block={block.type} data-words={blockWords[block.type]}>
      {block.type === 'soundCue' ? cueLine(block.attrs) || '…' : <StoryLine content={block.content} />}
    </div>
  )
}

type SaidBlock = Extract<Block, { type: 'paragraph' | 'leadIn' | 'question' | 'leadOut' }>

function Said({ block, audience }: { block: SaidBlock; audience: Audience }) {
  const by = block.attrs.by ?? undefined
  const words = <StoryLine content={block.content} />
  if (block.type === 'paragraph' || audience === 'listeners') return <p data-by={by}>{words}</p>
  return (
    <div data-block={block.type} data-words={blockWords[block.type]} data-by={by}>
      {words}
    </div>
  )
}
