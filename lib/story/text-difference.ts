import { alikePairs, wordsOf } from './alike.ts'
import type { WordPart } from './changed-words.ts'
import { type Block, inlineText, type StoryContent } from './document.ts'
import { inCommon, type Pair } from './in-common.ts'
import { wordParts } from './word-parts.ts'

/** A line of a text as it is compared: its words, what it is, who says it ('' = nobody in particular). */
export type TextLine = {
  kind:
    | 'paragraph'
    | 'leadIn'
    | 'question'
    | 'leadOut'
    | 'heading'
    | 'offAir'
    | 'soundCue'
    | 'quote'
    | 'listItem'
  by: string
  text: string
}

/**
 * What became of a line. `changed` has its words in parts, and what it was before where its kind or voice changed.
 * A moved line stands where it is now. `was` and `is`: its place among the lines before and after, null where it has none.
 */
export type LineDifference = { was: number | null; is: number | null; line: TextLine } & (
  | { kind: 'same' | 'moved' | 'added' | 'removed' }
  | { kind: 'changed'; before: TextLine; parts: WordPart[] }
)

/** The lines of a text that have words, in order; marks are not compared. */
export function textLines(content: StoryContent): TextLine[] {
  return content.content.flatMap((block) => linesOf(block, null)).filter(({ text }) => text !== '')
}

function linesOf(block: Block, within: 'quote' | 'listItem' | null): TextLine[] {
  switch (block.type) {
    case 'soundCue':
      return [{ kind: 'soundCue', by: '', text: block.attrs.label || '…' }]
    case 'blockquote':
      return block.content.flatMap((inner) => linesOf(inner, 'quote'))
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap((inner) => linesOf(inner, 'listItem')))
    case 'heading':
    case 'offAir':
      return [{ kind: block.type, by: '', text: inlineText(block.content).trim() }]
    default: {
      const kind = block.type === 'paragraph' && within !== null ? within : block.type
      return [{ kind, by: block.attrs.by ?? '', text: inlineText(block.content).trim() }]
    }
  }
}

/**
 * What changed between two texts, line by line, in the order of the later one; what went stands where it stood.
 * A line that came back elsewhere word for word has moved; one that is still half itself has changed.
 */
export function textDifference(before: StoryContent, after: StoryContent): LineDifference[] {
  const [old, now] = [textLines(before), textLines(after)]
  const kept = inCommon(old.map(keyOf), now.map(keyOf))
  const moved = movedLines(old, now, kept)
  const changed = changedLines(old, now, kept, moved)
  return inOrder(old, now, { kept, moved, changed })
}

const keyOf = ({ kind, by, text }: TextLine) => `${kind}\n${by}\n${text}`

/** Too short a line may be anywhere: "Oui." twice has not moved. */
const SHORTEST_MOVED = 20

function movedLines(old: readonly TextLine[], now: readonly TextLine[], kept: readonly Pair[]): Pair[] {
  const isKept = new Set(kept.map(([, is]) => is))
  const free = new Map<string, number[]>()
  now.forEach((line, is) => {
    if (!isKept.has(is) && line.text.length >= SHORTEST_MOVED)
      free.set(keyOf(line), [...(free.get(keyOf(line)) ?? []), is])
  })
  const wasKept = new Set(kept.map(([was]) => was))
  return old.flatMap((line, was): Pair[] => {
    const is = wasKept.has(was) ? undefined : free.get(keyOf(line))?.shift()
    return is === undefined ? [] : [[was, is]]
  })
}

/** Between two lines that stayed, what went and what came are laid beside each other where they are alike. */
function changedLines(
  old: readonly TextLine[],
  now: readonly TextLine[],
  kept: readonly Pair[],
  moved: readonly Pair[],
): Pair[] {
  const [gone, come] = [new Set(moved.map(([was]) => was)), new Set(moved.map(([, is]) => is))]
  const changed: Pair[] = []
  let [fromWas, fromIs] = [0, 0]
  for (const [was, is] of [...kept, [old.length, now.length] as const]) {
    const left = numbers(fromWas, was).filter((at) => !gone.has(at))
    const right = numbers(fromIs, is).filter((at) => !come.has(at))
    const pairs = alikePairs(
      left.map((at) => likenOf(old[at])),
      right.map((at) => likenOf(now[at])),
    )
    for (const [leftAt, rightAt] of pairs) changed.push([left[leftAt] ?? -1, right[rightAt] ?? -1])
    ;[fromWas, fromIs] = [was + 1, is + 1]
  }
  return changed
}

const numbers = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

type Found = { kept: readonly Pair[]; moved: readonly Pair[]; changed: readonly Pair[] }

/** A sound is only ever like a sound. */
const likenOf = (line: TextLine | undefined) => ({
  sort: line?.kind === 'soundCue' ? 'sound' : 'words',
  text: line?.text ?? '',
})

/** The lines of the later text, each after what went before it. */
function inOrder(old: readonly TextLine[], now: readonly TextLine[], found: Found): LineDifference[] {
  const of = (pairs: readonly Pair[]) => new Map(pairs.map(([was, is]) => [is, was]))
  const [kept, moved, changed] = [of(found.kept), of(found.moved), of(found.changed)]
  const elsewhere = new Set(moved.values())
  const lines: LineDifference[] = []
  const next = nextPlaces(now.length, kept, changed)
  let reached = 0
  const removeUpTo = (end: number) => {
    for (; reached < end; reached += 1) {
      const line = old[reached]
      if (line && !elsewhere.has(reached)) lines.push({ kind: 'removed', was: reached, is: null, line })
    }
  }
  for (const [is, line] of now.entries()) {
    const was = kept.get(is) ?? changed.get(is)
    removeUpTo(next[is] ?? old.length)
    const before = was === undefined ? undefined : old[was]
    if (was === undefined || !before) {
      const from = moved.get(is)
      lines.push({ kind: from === undefined ? 'added' : 'moved', was: from ?? null, is, line })
      continue
    }
    reached = was + 1
    if (kept.has(is)) lines.push({ kind: 'same', was, is, line })
    else lines.push({ kind: 'changed', was, is, line, before, parts: wordParts(before.text, line.text) })
  }
  removeUpTo(old.length)
  return lines
}

/** For each line of the later text, where the next one that stayed, itself included, stood before. */
function nextPlaces(length: number, ...places: Map<number, number>[]): number[] {
  const next: number[] = []
  let found: number | undefined
  for (let is = length - 1; is >= 0; is -= 1) {
    found = places.find((place) => place.has(is))?.get(is) ?? found
    if (found !== undefined) next[is] = found
  }
  return next
}

/** Words that went and words that came between two texts, as one counts them on paper; a moved line counts for nothing. */
export function wordsChanged(before: StoryContent, after: StoryContent): { removed: number; added: number } {
  const total = { removed: 0, added: 0 }
  for (const difference of textDifference(before, after)) {
    if (difference.kind === 'changed')
      for (const { kind, text } of difference.parts) {
        if (kind !== 'same') total[kind] += wordsOf(text).length
      }
    else if (difference.kind === 'removed' || difference.kind === 'added')
      total[difference.kind] += wordsOf(difference.line.text).length
  }
  return total
}
