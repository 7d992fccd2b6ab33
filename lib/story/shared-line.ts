import * as Y from 'yjs'
import { cleanContent } from './clean.ts'
import type { Inline } from './document.ts'
import { inCommon } from './in-common.ts'
import { attributesFrom, lineFrom, nodesOf } from './shared-text.ts'

/** A word or a sign with its marks, so that both are compared. */
type Word = { text: string; marks: string; attributes: Record<string, object | null> }

const wordOf = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu

/** Makes a line of a shared text read as `words`, word by word, so that what is written beside them meanwhile stays. */
export function changeWords(element: Y.XmlElement, words: readonly Inline[]) {
  if (element.length === 0 && words.length === 0) return
  if (element.length === 0) element.insert(0, [new Y.XmlText()])
  const [text, ...others] = element.toArray()
  const old = text instanceof Y.XmlText && others.length === 0 ? wordsIn(text) : null
  if (!(text instanceof Y.XmlText) || !old || words.some(({ type }) => type === 'hardBreak')) {
    // A line with forced breaks is several texts: too much care for what is hardly ever written.
    element.delete(0, element.length)
    element.insert(0, lineFrom(words))
    return
  }
  changeText(text, old, words.flatMap(wordsOf))
}

function changeText(text: Y.XmlText, old: readonly Word[], now: readonly Word[]) {
  const kept = inCommon(old.map(signOf), now.map(signOf))
  let end = lengthOf(old)
  let [untilWas, untilIs] = [old.length, now.length]
  // From the end on, so that places before stay true.
  for (const [was, is] of [...kept.toReversed(), [-1, -1] as const]) {
    const start = end - lengthOf(old.slice(was + 1, untilWas))
    if (end > start) text.delete(start, end - start)
    let to = start
    for (const run of runsOf(now.slice(is + 1, untilIs))) {
      text.insert(to, run.text, run.attributes)
      to += run.text.length
    }
    end = start - (old[was]?.text.length ?? 0)
    ;[untilWas, untilIs] = [was, is]
  }
}

/** Words that follow each other in the same marks are put in at once. */
function runsOf(words: readonly Word[]): Word[] {
  const runs: Word[] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last?.marks === word.marks) last.text += word.text
    else runs.push({ ...word })
  }
  return runs
}

/** Takes the words out of a line and leaves it where it is. */
export function emptyWords(element: Y.XmlElement) {
  for (let at = element.length - 1; at >= 0; at -= 1) {
    const child = element.get(at)
    if (child instanceof Y.XmlText) child.delete(0, child.length)
    else element.delete(at, 1)
  }
}

const signOf = ({ text, marks }: Word) => `${marks}\n${text}`
const lengthOf = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0)

function wordsOf(inline: Inline): Word[] {
  if (inline.type !== 'text') return []
  const marks = JSON.stringify(inline.marks ?? [])
  // A word takes the marks of its left neighbour unless it is told that it has none.
  const attributes = { bold: null, link: null, ...attributesFrom(inline) }
  return (inline.text.match(wordOf) ?? []).map((text) => ({ text, marks, attributes }))
}

/** The words of a text, whose places are true in it; null where it holds what a text of ours does not. */
function wordsIn(text: Y.XmlText): Word[] | null {
  const [line] = cleanContent({ content: [{ type: 'paragraph', content: nodesOf(text) }] }).content.content
  const words = line?.type === 'paragraph' ? (line.content ?? []).flatMap(wordsOf) : []
  return lengthOf(words) === text.length ? words : null
}
