'use client'
import type { Editor } from '@tiptap/core'
import { type Dispatch, lazy, type ReactNode, type SetStateAction, Suspense, useState } from 'react'
import type { StorySound } from './story-sound.ts'

const BlockDialog = lazy(() => import('./block-dialog.tsx'))
const VoiceDialog = lazy(() => import('./voice-dialog.tsx'))
const CueDialog = lazy(() => import('./cue-dialog.tsx'))
const LinkDialog = lazy(() => import('./link-dialog.tsx'))
const MoreDialog = lazy(() => import('./more-dialog.tsx'))
const TypoDialog = lazy(() => import('./typo-dialog.tsx'))
const FindPanel = lazy(() => import('./find-panel.tsx'))

/** What opens from the tools. None of it is fetched before it is asked for. */
export type Panel = 'block' | 'voice' | 'cue' | 'link' | 'more' | 'typo' | 'find'
type Props = {
  editor: Editor
  wpm: number
  voices: readonly string[]
  sounds: readonly StorySound[]
  panel: Panel | null
  onPanel: Dispatch<SetStateAction<Panel | null>>
}

/** The panels of the tools. One that was opened stays in the page, so that closing it gives the focus back. */
export function ToolPanels({ editor, wpm, voices, sounds, panel, onPanel }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<Panel>>(new Set())
  if (panel !== null && !opened.has(panel)) setOpened(new Set([...opened, panel]))
  // A dialog that closes tells so a moment later, when another may have been opened from it.
  const closer = (name: Panel) => () => onPanel((now) => (now === name ? null : now))
  const common = (name: Panel) => ({ editor, onClose: closer(name), open: panel === name })
  // Each waits for itself: what still loads must not hide a dialog that is about to close.
  const shown: Record<Panel, ReactNode> = {
    block: <BlockDialog {...common('block')} />,
    voice: <VoiceDialog {...common('voice')} voices={voices} />,
    cue: <CueDialog {...common('cue')} sounds={sounds} />,
    link: <LinkDialog {...common('link')} />,
    more: <MoreDialog {...common('more')} wpm={wpm} onPanel={onPanel} />,
    typo: <TypoDialog {...common('typo')} />,
    find: panel === 'find' && <FindPanel editor={editor} onClose={closer('find')} />,
  }
  return [...opened].map((name) => (
    <Suspense key={name} fallback={<p role="status">Un instant…</p>}>
      {shown[name]}
    </Suspense>
  ))
}
