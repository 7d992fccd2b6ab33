import type { Editor } from '@tiptap/core'
import { Check } from 'lucide-react'
import { Dialog } from '#app/_ui/dialog.tsx'
import { blockHelp, blockWords } from './block-words.ts'
import { type BlockChoice, blockAt, makeBlock } from './blocks-of-selection.ts'

const choices: readonly BlockChoice[] = [
  'paragraph',
  'leadIn',
  'question',
  'leadOut',
  'blockquote',
  'offAir',
  'heading2',
  'heading3',
]

type Props = { editor: Editor; open: boolean; onClose: () => void }

/** What this passage is, in radio's words, each with what it is for. */
export default function BlockDialog({ editor, open, onClose }: Props) {
  const { block } = blockAt(editor)
  const choose = (choice: BlockChoice) => {
    onClose()
    makeBlock(editor, choice)
  }
  return (
    <Dialog title="Ce passage est…" open={open} onClose={onClose}>
      <div className="grid gap-2">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="tool-choice"
            aria-pressed={choice === block}
            onClick={() => choose(choice)}
          >
            <span className="min-w-0">
              <strong className="block">{blockWords[choice]}</strong>
              <span className="block text-small">{blockHelp[choice]}</span>
            </span>
            {choice === block && <Check />}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
