import type { Editor } from '@tiptap/core'
import { blockWords } from './block-words.ts'
import { type BlockChoice, makeBlock } from './blocks-of-selection.ts'

const choices: readonly BlockChoice[] = [
  'paragraph',
  'leadIn',
  'question',
  'leadOut',
  'heading2',
  'heading3',
  'blockquote',
  'offAir',
]

/** What this passage is, in radio's words. The device's own list: the easiest to use on a phone. */
export function BlockPicker({ editor, block }: { editor: Editor; block: BlockChoice }) {
  return (
    <label className="block-picker">
      <span className="max-lg:sr-only">Ce passage est</span>
      <select
        value={block}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.target.value)
          if (chosen) makeBlock(editor, chosen)
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {blockWords[choice]}
          </option>
        ))}
      </select>
    </label>
  )
}
