// biome-ignore-all lint/suspicious/noArrayIndexKey: the difference is rendered whole, and its lines have no names.
import './difference.css'
import { Minus, MoveVertical, Plus } from 'lucide-react'
import type { StoryContent } from '#lib/story/document.ts'
import { isSameText } from '#lib/story/same-text.ts'
import { type LineDifference, wordsChanged } from '#lib/story/text-difference.ts'
import { DifferenceLine } from './difference-line.tsx'
import { wordCount } from './version-words.ts'

type Props = { difference: readonly LineDifference[]; before: StoryContent; after: StoryContent }

/** What changed between two texts, in the order of the later one. Long stretches without a change are folded. */
export function DifferenceView({ difference, before, after }: Props) {
  const hasChanged = difference.some(({ kind }) => kind !== 'same')
  if (!hasChanged) {
    return (
      <p role="status">
        {isSameText(before, after)
          ? 'Rien n’a changé entre ces deux textes.'
          : 'Les mots sont les mêmes : seule la mise en forme a changé.'}
      </p>
    )
  }
  const { removed, added } = wordsChanged(before, after)
  return (
    <section aria-label="Ce qui a changé" className="grid grid-cols-1 gap-4">
      <p className="tabular font-bold">
        {wordCount(removed)} en moins, {wordCount(added)} en plus.
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2" aria-label="Légende">
        <li className="inline-flex items-center gap-2">
          <Plus /> <span className="difference-added">ajouté</span>
        </li>
        <li className="inline-flex items-center gap-2">
          <Minus /> <span className="difference-removed">retiré</span>
        </li>
        <li className="inline-flex items-center gap-2">
          <MoveVertical /> déplacé
        </li>
      </ul>
      <div className="difference">
        {stretches(difference).map((lines, at) =>
          lines[0]?.kind === 'same' && lines.length > MOST_SAME ? (
            <SameLines key={at} lines={lines} />
          ) : (
            lines.map((line, index) => <DifferenceLine key={`${at}.${index}`} line={line} />)
          ),
        )}
      </div>
    </section>
  )
}

/** So many lines without a change are shown as they are. */
const MOST_SAME = 3

/** The first and the last stay: they are what surrounds a change. */
function SameLines({ lines }: { lines: readonly LineDifference[] }) {
  const [first, last] = [lines[0], lines.at(-1)]
  const inner = lines.slice(1, -1)
  return (
    <>
      {first && <DifferenceLine line={first} />}
      <details>
        <summary className="min-h-12 py-2">{inner.length} lignes sans changement</summary>
        <div className="difference">
          {inner.map((line, at) => (
            <DifferenceLine key={at} line={line} />
          ))}
        </div>
      </details>
      {last && <DifferenceLine line={last} />}
    </>
  )
}

function stretches(difference: readonly LineDifference[]): LineDifference[][] {
  const found: LineDifference[][] = []
  for (const line of difference) {
    const last = found.at(-1)
    if (line.kind === 'same' && last?.[0]?.kind === 'same') last.push(line)
    else found.push([line])
  }
  return found
}
