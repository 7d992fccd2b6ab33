'use client'
import '#app/_ui/style-nonce.ts'
import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { BlockPicker } from './block-picker.tsx'
import { blockAt } from './blocks-of-selection.ts'
import { LinkButton } from './link-button.tsx'
import { SoundCueButton } from './sound-cue-button.tsx'
import { ToolButton } from './tool-button.tsx'
import { VoiceButton } from './voice-button.tsx'

type Props = { editor: Editor; voices: readonly string[]; sounds: readonly { id: string; title: string }[] }

/** What can be done to the words one is in: sign and word each, one Tab stop, arrows inside. */
export function EditorToolbar({ editor, voices, sounds }: Props) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
      cue: now.isActive('soundCue'),
      undo: now.can().undo(),
      redo: now.can().redo(),
      ...blockAt(now),
    }),
  })
  const run = () => editor.chain().focus()
  return (
    <div className="editor-tools">
      <Toolbar aria-label="Mise en forme" className="editor-toolbar">
        <BlockPicker editor={editor} block={at.block} />
        <VoiceButton editor={editor} by={at.by} voices={voices} />
        <ToolButton icon={<Bold />} pressed={at.bold} onPress={() => run().toggleBold().run()}>
          Gras
        </ToolButton>
        <ToolButton icon={<List />} pressed={at.bullets} onPress={() => run().toggleBulletList().run()}>
          Liste
        </ToolButton>
        <ToolButton
          icon={<ListOrdered />}
          pressed={at.numbers}
          onPress={() => run().toggleOrderedList().run()}
        >
          Liste 1, 2, 3
        </ToolButton>
        <LinkButton editor={editor} active={at.link} />
        <SoundCueButton editor={editor} active={at.cue} sounds={sounds} />
        <ToolButton icon={<Undo2 />} disabled={!at.undo} onPress={() => run().undo().run()}>
          Annuler
        </ToolButton>
        <ToolButton icon={<Redo2 />} disabled={!at.redo} onPress={() => run().redo().run()}>
          Refaire
        </ToolButton>
      </Toolbar>
    </div>
  )
}
