import * as Y from 'yjs'
import { alikePairs } from './alike.ts'
import { cleanContent } from './clean.ts'
import { type Block, inlineText, type StoryContent } from './document.ts'
import { inCommon } from './in-common.ts'
import { changeWords, emptyWords } from './shared-line.ts'
import { elementFrom, nodesOf, sharedFragment } from './shared-text.ts'

/** A line with words of its own, as against lists, quotes and sounds. */
type Line = Extract<Block, { type: 'paragraph' | 'leadIn' | 'question' | 'leadOut' | 'heading' | 'offAir' }>
/** Where a line lies, whatever is written before it. */
export type LinePlace = Y.RelativePosition

/**
 * Makes a shared text read as `content` by changing as little as possible: what others write meanwhile in lines that
 * stay, stays. A line that must go is only emptied, and told: words on their way to it still find it, and
 * `removeEmptied` takes it away later. Whole lists and quotes that differ are replaced.
 */
export function changeShared(doc: Y.Doc, content: StoryContent): LinePlace[] {
  const fragment = sharedFragment(doc)
  const emptied: LinePlace[] = []
  doc.transact(() => {
    const blocks = fragment.toArray().map(blockOf)
    const kept = inCommon(blocks.map(keyOf), content.content.map(keyOf))
    // From the end on, so that places before stay true.
    let [untilWas, untilIs] = [blocks.length, content.content.length]
    for (const [was, is] of [...kept.toReversed(), [-1, -1] as const]) {
      const old = blocks.slice(was + 1, untilWas)
      emptied.push(...changeBetween(fragment, was + 1, old, content.content.slice(is + 1, untilIs)))
      ;[untilWas, untilIs] = [was, is]
    }
  })
  return emptied
}

/** Takes away the lines that `changeShared` has emptied, as far as nothing was written in them since. */
export function removeEmptied(doc: Y.Doc, emptied: readonly LinePlace[]) {
  const fragment = sharedFragment(doc)
  doc.transact(() => {
    for (const place of emptied) {
      const element = Y.createAbsolutePositionFromRelativePosition(place, doc)?.type
      const at = fragment.toArray().findIndex((one) => Object.is(one, element))
      const block = at < 0 ? null : blockOf(fragment.get(at))
      const isEmpty = block !== null && isLine(block) && (block.content ?? []).length === 0
      if (isEmpty && fragment.length > 1) fragment.delete(at, 1)
    }
  })
}

const keyOf = (block: Block | null) => JSON.stringify(block)

/** What an element reads as; null for what is no single block of ours, and is therefore never kept. */
function blockOf(node: unknown): Block | null {
  const [block = null, ...others] = cleanContent({ content: nodesOf(node) }).content.content
  return others.length > 0 ? null : block
}

function isLine(block: Block): block is Line {
  return !['soundCue', 'blockquote', 'bulletList', 'orderedList'].includes(block.type)
}

/** Turns the blocks from `from` on into others: of lines of one kind that are alike only the words are changed. */
function changeBetween(
  fragment: Y.XmlFragment,
  from: number,
  old: readonly (Block | null)[],
  now: readonly Block[],
): LinePlace[] {
  const emptied: LinePlace[] = []
  let at = from
  let [was, is] = [0, 0]
  const alike = alikePairs(old.map(likenOf), now.map(likenOf))
  for (const [sameWas, sameIs] of [...alike, [old.length, now.length] as const]) {
    const left = leave(fragment, at, old.slice(was, sameWas))
    emptied.push(...left)
    const come = now.slice(is, sameIs).map(elementFrom)
    at += left.length
    fragment.insert(at, come)
    at += come.length
    const block = now[sameIs]
    if (block) changeLine(fragment.get(at), block)
    at += 1
    ;[was, is] = [sameWas + 1, sameIs + 1]
  }
  return emptied
}

/** Lists, quotes and sounds are like nothing: they come and go whole. */
function likenOf(block: Block | null, at: number) {
  if (block === null || !isLine(block)) return { sort: `whole ${at}`, text: '' }
  return { sort: block.type, text: inlineText(block.content) }
}

/** Empties the lines from `at` on, which still stand there then, and takes away what is no line. */
function leave(fragment: Y.XmlFragment, at: number, blocks: readonly (Block | null)[]): LinePlace[] {
  const emptied: LinePlace[] = []
  for (const block of blocks) {
    const element = fragment.get(at + emptied.length)
    if (block && isLine(block) && element instanceof Y.XmlElement) {
      emptyWords(element)
      emptied.push(Y.createRelativePositionFromTypeIndex(element, 0))
    } else fragment.delete(at + emptied.length, 1)
  }
  return emptied
}

function changeLine(element: unknown, block: Block) {
  if (!(element instanceof Y.XmlElement) || !isLine(block)) return
  const attributes: Record<string, unknown> = 'attrs' in block ? block.attrs : {}
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name)
    // Its types know only texts here; the format keeps numbers too, and the editor's binding writes them.
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value as string)
  }
  changeWords(element, block.content ?? [])
}
