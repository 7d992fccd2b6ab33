'use client'
import type { Editor } from '@tiptap/react'
import { useCallback } from 'react'
import { FitNote } from './fit-note.tsx'
import { LengthWords } from './length-words.tsx'
import type { SavingFacts } from './saving.ts'
import { SavingBar } from './saving-bar.tsx'
import type { StorySound } from './story-sound.ts'
import { useLength } from './use-length.ts'

type Props = {
  editor: Editor
  facts: SavingFacts
  wpm: number
  sounds: readonly StorySound[]
  /** What the next show keeps for it; null while none has it. */
  slotMs: number | null
}

/** Under the text: how it stands to its time, where it is kept, how long it lasts. */
export function EditorFoot({ editor, facts, wpm, sounds, slotMs }: Props) {
  const lengthOf = useCallback(
    (clipId: string) => sounds.find(({ id }) => id === clipId)?.durationMs ?? null,
    [sounds],
  )
  const { words, soundMs, totalMs } = useLength(editor, wpm, lengthOf)
  return (
    <>
      {slotMs !== null && totalMs > 0 && <FitNote totalMs={totalMs} slotMs={slotMs} />}
      <SavingBar facts={facts}>
        <LengthWords words={words} wpm={wpm} soundMs={soundMs} />
      </SavingBar>
    </>
  )
}
