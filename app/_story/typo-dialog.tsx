import type { Editor } from '@tiptap/core'
import { ArrowRight, Check, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { type Correction, correctionsOf, makeCorrections } from './typo-edits.ts'
import { correctionCount, kindWords, withSpaces } from './typo-words.ts'

type Props = { editor: Editor; open: boolean; onClose: () => void }

/** Beyond this many a list helps nobody: take all, or come back. */
const SHOWN = 50

/** The small corrections of French printing: seen first, taken all at once or one by one, taken back. */
export default function TypoDialog({ editor, open, onClose }: Props) {
  return (
    <Dialog title="Petites corrections" open={open} onClose={onClose}>
      {open && <Corrections editor={editor} />}
    </Dialog>
  )
}

function Corrections({ editor }: { editor: Editor }) {
  const [left, setLeft] = useState(() => correctionsOf(editor))
  const [made, setMade] = useState(0)
  const make = (chosen: readonly Correction[]) => {
    const count = makeCorrections(editor, chosen)
    setMade((before) => before + (count > 0 ? 1 : 0))
    setLeft(correctionsOf(editor))
  }
  const undo = () => {
    editor.commands.undo()
    setMade((before) => before - 1)
    setLeft(correctionsOf(editor))
  }
  return (
    <>
      <p role="status">
        {left.length > 0
          ? `${correctionCount(left.length)} : des espaces, des guillemets, des apostrophes. Vos mots ne changent pas.`
          : made > 0
            ? 'C’est corrigé.'
            : 'Il n’y a rien à corriger.'}
      </p>
      <ul className="grid gap-2">
        {left.slice(0, SHOWN).map((one) => (
          <CorrectionLine key={`${one.from} ${one.to}`} correction={one} onMake={() => make([one])} />
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        {made > 0 && (
          <Button icon={<Undo2 />} onClick={undo}>
            Annuler la dernière
          </Button>
        )}
        {left.length > 0 && (
          <Button variant="primary" icon={<Check />} onClick={() => make(left)}>
            Tout corriger
          </Button>
        )}
      </div>
    </>
  )
}

function CorrectionLine({ correction, onMake }: { correction: Correction; onMake: () => void }) {
  const { kind, was, is } = correction
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-t-2 border-border pt-2">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="block text-small text-ink-2">{kindWords[kind]}</span>
        <span className="sr-only">De </span>
        <del className="no-underline">{withSpaces(was)}</del>{' '}
        <ArrowRight size={16} className="inline" aria-hidden="true" />
        <span className="sr-only"> à </span> <ins className="font-bold no-underline">{withSpaces(is)}</ins>
      </span>
      <Button onClick={onMake}>
        Corriger<span className="sr-only"> {is}</span>
      </Button>
    </li>
  )
}
