'use client'
import './story-text.css'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { NoteMarks } from '#app/_review/note-marks.ts'
import { NotesInEditor } from '#app/_review/notes-in-editor.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { EditorToolbar } from './editor-toolbar.tsx'
import { storyExtensions } from './extensions.ts'
import { guardPaste } from './guard-paste.ts'
import { drawCaret } from './others-caret.ts'
import { OthersHere } from './others-here.tsx'
import { SavingBar } from './saving-bar.tsx'
import { openStorySession, type StorySession } from './story-session.ts'

type Props = {
  storyId: string
  memberId: string
  wpm: number
  voices: readonly string[]
  sounds: readonly { id: string; title: string }[]
  children: ReactNode
}

/** Opens the shared text while this page is shown; until it is here, the text as the server read it. */
export default function StoryEditor({ storyId, memberId, children, ...desk }: Props) {
  const [session, setSession] = useState<StorySession | null>(null)
  useEffect(() => {
    const opened = openStorySession({ storyId, memberId })
    setSession(opened)
    return () => opened.close()
  }, [storyId, memberId])
  return session ? (
    <Desk session={session} {...desk}>
      {children}
    </Desk>
  ) : (
    children
  )
}

type DeskProps = Omit<Props, 'storyId' | 'memberId'> & { session: StorySession }

function Desk({ session, wpm, voices, sounds, children }: DeskProps) {
  const facts = useSyncExternalStore(session.listen, session.snapshot)
  const [trouble, setTrouble] = useState<string | null>(null)
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      extensions: [
        ...storyExtensions(),
        Collaboration.configure({ document: session.doc }),
        NoteMarks,
        CollaborationCaret.configure({ provider: session.provider, user: { name: '…' }, render: drawCaret }),
      ],
      editorProps: {
        attributes: {
          class: 'story-text story-page',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': 'Texte du sujet',
          spellcheck: 'true',
        },
        ...guardPaste(setTrouble),
      },
    },
    [session],
  )
  if (!facts.loaded || !editor) {
    return (
      <>
        {children}
        <SavingBar facts={facts} editor={null} wpm={wpm} />
      </>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <OthersHere others={facts.others} />
      <NotesInEditor editor={editor} session={session} />
      <EditorToolbar editor={editor} voices={voices} sounds={sounds} />
      <FormMessage tone="warn">{trouble}</FormMessage>
      <EditorContent editor={editor} />
      <SavingBar facts={facts} editor={editor} wpm={wpm} />
    </div>
  )
}
