import type { Editor } from '@tiptap/core'
import { useId } from 'react'
import { nameVoice } from './blocks-of-selection.ts'

type Props = { editor: Editor; by: string; voices: readonly string[] }

/** Who says this passage: a first name, from the list or any other. */
export function VoiceField({ editor, by, voices }: Props) {
  const id = useId()
  return (
    <label className="voice-field">
      <span>Dit par</span>
      <input
        value={by}
        maxLength={80}
        autoComplete="off"
        list={id}
        placeholder="prénom"
        onChange={(event) => nameVoice(editor, event.target.value)}
      />
      <datalist id={id}>
        {voices.map((voice) => (
          <option key={voice} value={voice} />
        ))}
      </datalist>
    </label>
  )
}
