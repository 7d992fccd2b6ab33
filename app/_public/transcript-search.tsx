import './found.css'
import { ChevronDown, ChevronUp, Play, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { inputLook } from '#app/_ui/field-words.ts'
import { findOnPage, markFound, unmarkFound } from './found-marks.ts'
import { bringToReading, listenFrom, startOf } from './page-audio.ts'

type Props = {
  /** A selector of the text. */
  of: string
  close: () => void
}

/** Finds words in the text of the episode: all are marked, one is brought into view. */
export default function TranscriptSearch({ of, close }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<readonly Range[]>([])
  const [here, setHere] = useState(0)
  const [typed, setTyped] = useState('')
  useEffect(() => field.current?.focus(), [])
  useEffect(() => unmarkFound, [])
  const show = (ranges: readonly Range[], at: number) => {
    setFound(ranges)
    setHere(at)
    markFound(ranges, ranges[at])
    const range = ranges[at]
    if (range) bringToReading(range)
  }
  const search = (words: string) => {
    setTyped(words)
    const root = document.querySelector(of)
    show(root ? findOnPage(root, words) : [], 0)
  }
  const step = (by: 1 | -1) => found.length > 0 && show(found, (here + by + found.length) % found.length)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  const from = found[here] && momentOf(found[here])
  return (
    <search className="fixed inset-x-0 top-0 z-40 max-h-[45dvh] overflow-auto border-b-2 border-border bg-surface px-gutter py-3 print:hidden">
      <label htmlFor={id} className="font-bold">
        Chercher dans ce texte
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        autoComplete="off"
        className={inputLook}
        value={typed}
        onChange={(event) => search(event.target.value)}
        onKeyDown={press}
      />
      <p role="status" className="tabular text-small">
        {countWords(typed, found.length, here)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button icon={<ChevronUp />} onClick={() => step(-1)}>
          Précédent
        </Button>
        <Button icon={<ChevronDown />} onClick={() => step(1)}>
          Suivant
        </Button>
        {from !== undefined && (
          <Button icon={<Play />} onClick={() => listenFrom(from)}>
            Écouter d’ici
          </Button>
        )}
        <Button variant="quiet" icon={<X />} onClick={close}>
          Fermer
        </Button>
      </div>
    </search>
  )
}

/** When the sentence around some words is heard, in seconds; undefined where nobody knows. */
function momentOf(words: Range): number | undefined {
  const sentence = words.startContainer.parentElement?.closest<HTMLElement>('[data-from]')
  return sentence ? startOf(sentence) : undefined
}

function countWords(typed: string, count: number, here: number): string {
  if (typed.trim().length < 2) return 'Tapez deux lettres au moins.'
  return count === 0 ? 'Ces mots ne sont pas dans le texte.' : `${here + 1} sur ${count}`
}
