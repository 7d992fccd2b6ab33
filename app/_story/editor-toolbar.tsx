'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { AudioLines, Bold, ChevronDown, Ellipsis, MicVocal, Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { blockWords } from './block-words.ts'
import { blockAt } from './blocks-of-selection.ts'
import type { StorySound } from './story-sound.ts'
import { ToolButton } from './tool-button.tsx'
import { type Panel, ToolPanels } from './tool-panels.tsx'
import { ToolRow } from './tool-row.tsx'

type Props = {
  editor: Editor
  wpm: number
  voices: readonly string[]
  sounds: readonly StorySound[]
  /** What there is to say of the last paste. */
  children?: ReactNode
}

/** What can be done to the words one is in: sign and word each. What is rarely needed is under "Plus". */
export function EditorToolbar({ editor, wpm, voices, sounds, children }: Props) {
  const [panel, setPanel] = useState<Panel | null>(null)
  usePanelKeys(editor, setPanel)
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      cue: now.isActive('soundCue'),
      undo: now.can().undo(),
      redo: now.can().redo(),
      ...blockAt(now),
    }),
  })
  const run = () => editor.chain().focus()
  const open = (name: Panel) => () => setPanel(name)
  return (
    <div className="editor-tools">
      <ToolRow label="Mise en forme" onLeave={() => editor.commands.focus()}>
        <ToolButton
          icon={<ChevronDown />}
          disabled={at.cue}
          label={`Ce passage est : ${blockName(at)}`}
          onPress={open('block')}
        >
          <span className="max-lg:hidden">Ce passage est : </span>
          {blockName(at)}
        </ToolButton>
        <ToolButton icon={<MicVocal />} disabled={at.by === null} onPress={open('voice')}>
          {at.by || 'Qui parle'}
        </ToolButton>
        <ToolButton icon={<AudioLines />} pressed={at.cue} onPress={open('cue')}>
          Son
        </ToolButton>
        <ToolButton icon={<Undo2 />} disabled={!at.undo} onPress={() => run().undo().run()}>
          Annuler
        </ToolButton>
        <ToolButton icon={<Bold />} pressed={at.bold} onPress={() => run().toggleBold().run()}>
          Gras
        </ToolButton>
        <ToolButton icon={<Redo2 />} disabled={!at.redo} onPress={() => run().redo().run()}>
          Refaire
        </ToolButton>
        <ToolButton icon={<Ellipsis />} stays onPress={open('more')}>
          Plus
        </ToolButton>
      </ToolRow>
      <ToolPanels {...{ editor, wpm, voices, sounds, panel }} onPanel={setPanel} />
      {children}
    </div>
  )
}

const blockName = ({ cue, block }: { cue: boolean; block: keyof typeof blockWords }) =>
  blockWords[cue ? 'soundCue' : block]

/** Ctrl+F in the text looks in the text, pressed again in the browser; Alt+F10 goes to the tools, as in other editors. */
function usePanelKeys(editor: Editor, onPanel: (panel: Panel) => void) {
  useEffect(() => {
    const text = editor.view.dom
    const press = (event: KeyboardEvent) => {
      const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)
      if (isFind && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        onPanel('find')
      }
      if (event.key === 'F10' && event.altKey)
        document.querySelector<HTMLElement>('.editor-toolbar [tabindex="0"]')?.focus()
    }
    text.addEventListener('keydown', press)
    return () => text.removeEventListener('keydown', press)
  }, [editor, onPanel])
}
