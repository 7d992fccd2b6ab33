import type { Block, Inline, StoryContent } from './document.ts'
import { emptyCue } from './sound-cue.ts'

/** A block as it is handed in by an import or the example, before it is a text of ours. */
export type DraftBlock =
  | { type: 'leadIn' | 'question' | 'paragraph' | 'quote' | 'leadOut'; text: string; by?: string | null }
  | { type: 'heading' | 'offAir'; text: string }
  | { type: 'soundCue'; text: string; clip?: string | null }
  | { type: 'list'; items: readonly string[] }

/** A text from blocks: `clip` is a sound's id, `by` who says the block. */
export function contentFromBlocks(blocks: readonly DraftBlock[]): StoryContent {
  return { type: 'doc', content: blocks.map(blockFrom) }
}

function blockFrom(block: DraftBlock): Block {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, ...line(block.text) }
    case 'offAir':
      return { type: 'offAir', ...line(block.text) }
    case 'soundCue':
      return { type: 'soundCue', attrs: { ...emptyCue, clipId: block.clip ?? null, label: block.text } }
    case 'list':
      return {
        type: 'bulletList',
        content: block.items.map((text) => ({ type: 'listItem', content: [paragraph(text, null)] })),
      }
    case 'quote':
      return { type: 'blockquote', content: [paragraph(block.text, block.by ?? null)] }
    default:
      return { type: block.type, attrs: { by: block.by ?? null }, ...line(block.text) }
  }
}

function paragraph(text: string, by: string | null): Block {
  return { type: 'paragraph', attrs: { by }, ...line(text) }
}

function line(text: string): { content?: Inline[] } {
  return text === '' ? {} : { content: [{ type: 'text', text }] }
}
