import type { Block, StoryContent } from '#lib/story/document.ts'

/** A text without what stays in the studio: notes off air, and cues that only the technique needs. */
export function publicContent(content: StoryContent): StoryContent {
  return { type: 'doc', content: shown(content.content) }
}

function shown(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'offAir':
      case 'soundCue':
        return []
      case 'blockquote':
        return [{ ...block, content: shown(block.content) }]
      case 'bulletList':
      case 'orderedList':
        return [
          { ...block, content: block.content.map((item) => ({ ...item, content: shown(item.content) })) },
        ]
      default:
        return [block]
    }
  })
}
