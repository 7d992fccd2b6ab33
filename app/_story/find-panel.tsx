import { type Editor, useEditorState } from '@tiptap/react'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { Sought } from '#lib/story/find.ts'
import { endSearch, goOnBy, replaceAll, replaceHere, searchOf, seek, showPlace } from './find-marks.ts'
import { foundWords } from './find-words.ts'

type Props = { editor: Editor; onClose: () => void }

/** Looks for words in the text, one place after the other, and replaces them. Over the text, which stays in sight. */
export default function FindPanel({ editor, onClose }: Props) {
  const [sought, setSought] = useState<Sought>(() => ({
    words: chosen(editor),
    isExact: false,
    isWhole: false,
  }))
  const [replaced, setReplaced] = useState<number | null>(null)
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { places, at } = searchOf(now.state)
      return { count: places.length, at }
    },
  })
  useEffect(() => {
    seek(editor, sought)
    showPlace(editor)
  }, [editor, sought])
  const look = (change: Partial<Sought>) => {
    setReplaced(null)
    setSought({ ...sought, ...change })
  }
  const close = () => {
    onClose()
    endSearch(editor)
  }
  const onWords = (event: FormEvent<HTMLInputElement>) => look({ words: event.currentTarget.value })
  return (
    <search className="find-panel" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          goOnBy(editor, 1)
        }}
        className="grid gap-2"
      >
        <TextField
          label="Chercher"
          name="words"
          defaultValue={sought.words}
          onInput={onWords}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return
            event.preventDefault()
            goOnBy(editor, -1)
          }}
          autoComplete="off"
          autoFocus
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" icon={<ArrowDown />}>
            Suivant
          </Button>
          <Button icon={<ArrowUp />} onClick={() => goOnBy(editor, -1)}>
            Précédent
          </Button>
          <Button variant="quiet" icon={<X />} onClick={close}>
            Fermer
          </Button>
          <p role="status" className="tabular">
            {foundWords({ words: sought.words, count, at, replaced })}
          </p>
        </div>
      </form>
      <ReplaceForm editor={editor} sought={sought} onLook={look} onReplaced={setReplaced} />
    </search>
  )
}

type ReplaceProps = {
  editor: Editor
  sought: Sought
  onLook: (change: Partial<Sought>) => void
  onReplaced: (count: number) => void
}

function ReplaceForm({ editor, sought, onLook, onReplaced }: ReplaceProps) {
  const [words, setWords] = useState('')
  return (
    <details>
      <summary className="flex min-h-12 cursor-pointer items-center font-bold">Remplacer, préciser</summary>
      <div className="grid gap-2">
        <TextField
          label="Remplacer par"
          name="instead"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => replaceHere(editor, words)}>Remplacer</Button>
          <Button onClick={() => onReplaced(replaceAll(editor, words))}>Tout remplacer</Button>
        </div>
        <div className="flex flex-wrap gap-x-6">
          <Checkbox
            label="Mot entier"
            name="isWhole"
            checked={sought.isWhole}
            onChange={(event) => onLook({ isWhole: event.target.checked })}
          />
          <Checkbox
            label="Mêmes accents et majuscules"
            name="isExact"
            checked={sought.isExact}
            onChange={(event) => onLook({ isExact: event.target.checked })}
          />
        </div>
      </div>
    </details>
  )
}

/** A word or two that are chosen in the text are what one looks for. */
function chosen(editor: Editor): string {
  const { from, to } = editor.state.selection
  const words = editor.state.doc.textBetween(from, to, '\n').trim()
  return words.length <= 80 && !words.includes('\n') ? words : ''
}
