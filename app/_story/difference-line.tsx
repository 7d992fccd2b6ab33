// biome-ignore-all lint/suspicious/noArrayIndexKey: the difference is rendered whole, and its words have no names.
import { Minus, MoveVertical, PencilLine, Plus } from 'lucide-react'
import type { WordPart } from '#lib/story/changed-words.ts'
import type { LineDifference, TextLine } from '#lib/story/text-difference.ts'
import { blockWords } from './block-words.ts'

const signs = { added: Plus, removed: Minus, moved: MoveVertical, changed: PencilLine }
const words = {
  added: 'Ligne ajoutée',
  removed: 'Ligne retirée',
  moved: 'Ligne déplacée',
  changed: 'Ligne changée',
}

/** One line of a difference: by its sign, its word and its edge, whatever colours one sees. */
export function DifferenceLine({ line: difference }: { line: LineDifference }) {
  if (difference.kind === 'same') {
    return (
      <p className="difference-line">
        {prefix(difference.line)}
        {difference.line.text}
      </p>
    )
  }
  const Sign = signs[difference.kind]
  return (
    <div className="difference-line" data-change={difference.kind}>
      <p className="flex items-center gap-2 text-small font-bold">
        <Sign size={20} />
        <span>
          {words[difference.kind]}
          {difference.kind === 'changed' && sortChange(difference.before, difference.line)}
        </span>
      </p>
      <p>
        {prefix(difference.line)}
        {difference.kind === 'changed' ? (
          <Words parts={difference.parts} />
        ) : (
          <Whole difference={difference} />
        )}
      </p>
    </div>
  )
}

function Whole({ difference: { kind, line } }: { difference: LineDifference }) {
  if (kind === 'added') return <ins>{line.text}</ins>
  if (kind === 'removed') return <del>{line.text}</del>
  return line.text
}

/** A screen reader says what a sighted reader sees: where words went, and where others came. */
function Words({ parts }: { parts: readonly WordPart[] }) {
  return parts.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{text}</span>
    const isAdded = kind === 'added'
    const Tag = isAdded ? 'ins' : 'del'
    return (
      <Tag key={at} className={isAdded ? 'difference-added' : 'difference-removed'}>
        <span className="sr-only">{isAdded ? ' (ajouté : ' : ' (retiré : '}</span>
        {text}
        <span className="sr-only">) </span>
      </Tag>
    )
  })
}

/** What the line is, unless it is plain text, and who says it. */
function prefix({ kind, by }: TextLine) {
  const parts = [kind === 'paragraph' ? '' : sorts[kind], by].filter(Boolean)
  return parts.length > 0 ? <b>{parts.join(' · ')} : </b> : null
}

const sorts: Record<TextLine['kind'], string> = {
  paragraph: blockWords.paragraph,
  leadIn: blockWords.leadIn,
  question: blockWords.question,
  leadOut: blockWords.leadOut,
  heading: blockWords.heading2,
  offAir: blockWords.offAir,
  soundCue: blockWords.soundCue,
  quote: blockWords.blockquote,
  listItem: 'Liste',
}

function sortChange(before: TextLine, now: TextLine): string {
  if (before.kind !== now.kind) return ` : c’était « ${sorts[before.kind]} »`
  if (before.by !== now.by)
    return before.by ? ` : c’était dit par ${before.by}` : ' : il n’y avait pas de nom'
  return ''
}
