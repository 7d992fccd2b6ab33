'use client'
import './story-text.css'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { EditorContent, useEditor } from '@tiptap/react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { NoteMarks } from '#app/_review/note-marks.ts'
import { NotesInEditor } from '#app/_review/notes-in-editor.tsx'
import { BlockLengths } from './block-lengths.ts'
import { EditorFoot } from './editor-foot.tsx'
import { EditorToolbar } from './editor-toolbar.tsx'
import { storyExtensions } from './extensions.ts'
import { FindMarks } from './find-marks.ts'
import { guardPaste, type PasteNews } from './guard-paste.ts'
import { drawCaret } from './others-caret.ts'
import { OthersHere } from './others-here.tsx'
import { PasteNote } from './paste-note.tsx'
import { SavingBar } from './saving-bar.tsx'
import { openStorySession, type StorySession } from './story-session.ts'
import type { StorySound } from './story-sound.ts'

type Props = {
  storyId: string
  memberId: string
  wpm: number
  voices: readonly string[]
  sounds: readonly StorySound[]
  slotMs: number | null
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

function Desk({ session, wpm, voices, sounds, slotMs, children }: DeskProps) {
  const facts = useSyncExternalStore(session.listen, session.snapshot)
  const [news, setNews] = useState<PasteNews | null>(null)
  const editor = useEditor(
    {
      immediatelyRender: false,
      injectCSS: false,
      extensions: [
        ...storyExtensions(),
        FindMarks,
        BlockLengths.configure({ wpm }),
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
        ...guardPaste(setNews),
      },
    },
    [session],
  )
  if (!facts.loaded || !editor) {
    return (
      <>
        {children}
        <SavingBar facts={facts} />
      </>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <OthersHere others={facts.others} />
      <NotesInEditor editor={editor} session={session} />
      <EditorToolbar editor={editor} wpm={wpm} voices={voices} sounds={sounds}>
        <PasteNote editor={editor} news={news} onDone={() => setNews(null)} />
      </EditorToolbar>
      <EditorContent editor={editor} />
      <EditorFoot editor={editor} facts={facts} wpm={wpm} sounds={sounds} slotMs={slotMs} />
    </div>
  )
}
