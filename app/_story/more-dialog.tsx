import type { Editor } from '@tiptap/core'
import { CaseSensitive, Link2, List, ListOrdered, type LucideIcon, Search, Timer } from 'lucide-react'
import { Dialog } from '#app/_ui/dialog.tsx'
import { drawLengths } from './block-lengths.ts'
import { areLengthsShown, showLengths } from './lengths-shown.ts'
import type { Panel } from './tool-panels.tsx'
import { correctionsOf } from './typo-edits.ts'
import { correctionCount } from './typo-words.ts'

type Props = {
  editor: Editor
  wpm: number
  open: boolean
  onClose: () => void
  onPanel: (panel: Panel) => void
}

/** What is rarely needed, in whole words. */
export default function MoreDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="Plus d’outils" open={open} onClose={onClose}>
      {open && <Tools {...rest} onClose={onClose} />}
    </Dialog>
  )
}

function Tools({ editor, wpm, onClose, onPanel }: Omit<Props, 'open'>) {
  const run = (change: () => void) => () => {
    onClose()
    change()
  }
  const chain = () => editor.chain().focus()
  const toggleLengths = () => {
    showLengths(!areLengthsShown())
    drawLengths(editor.view, wpm)
  }
  return (
    <div className="grid gap-2">
      <Tool icon={Search} onPress={() => onPanel('find')}>
        Chercher et remplacer
      </Tool>
      <Tool icon={CaseSensitive} onPress={() => onPanel('typo')}>
        {correctionCount(correctionsOf(editor).length)}
      </Tool>
      <Tool icon={Timer} pressed={areLengthsShown()} onPress={run(toggleLengths)}>
        Voir la durée de chaque passage
      </Tool>
      <Tool
        icon={List}
        pressed={editor.isActive('bulletList')}
        onPress={run(() => chain().toggleBulletList().run())}
      >
        Liste
      </Tool>
      <Tool
        icon={ListOrdered}
        pressed={editor.isActive('orderedList')}
        onPress={run(() => chain().toggleOrderedList().run())}
      >
        Liste 1, 2, 3
      </Tool>
      <Tool icon={Link2} pressed={editor.isActive('link')} onPress={() => onPanel('link')}>
        Lien
      </Tool>
    </div>
  )
}

type ToolProps = { icon: LucideIcon; pressed?: boolean; onPress: () => void; children: string }

function Tool({ icon: Icon, pressed, onPress, children }: ToolProps) {
  return (
    <button type="button" className="tool-choice" aria-pressed={pressed} onClick={onPress}>
      <span className="flex items-center gap-3">
        <Icon />
        <strong>{children}</strong>
      </span>
    </button>
  )
}
