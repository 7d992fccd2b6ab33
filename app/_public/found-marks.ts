import { findWords } from './find-words.ts'

const ALL = 'trouve'
const HERE = 'trouve-ici'
/** A word is never found over the end of one of these. */
const BLOCKS = 'p, h3, a, strong, button'

/** Every place of a part of the page where `typed` stands, in order. */
export function findOnPage(root: Element, typed: string): Range[] {
  const { text, nodes } = textOf(root)
  return findWords(text, typed).map(({ from, to }) => {
    const range = new Range()
    range.setStart(...placeOf(nodes, from))
    range.setEnd(...placeOf(nodes, to))
    return range
  })
}

/**
 * Marks what was found, `here` more than the others. The marks are the browser's own (no element is added); a browser
 * without them selects the words.
 */
export function markFound(found: readonly Range[], here: Range | undefined): void {
  if ('highlights' in CSS) {
    CSS.highlights.set(ALL, new Highlight(...found))
    const current = new Highlight(...(here ? [here] : []))
    current.priority = 1
    CSS.highlights.set(HERE, current)
  } else if (here) {
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(here)
  }
}

/** Takes all marks away. */
export function unmarkFound(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(HERE)
}

type Piece = { node: Text; from: number }

function textOf(root: Element): { text: string; nodes: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Piece[] = []
  let text = ''
  let block: Element | null | undefined
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const own = node.parentElement?.closest(BLOCKS)
    if (own !== block) text += '\n'
    block = own
    nodes.push({ node, from: text.length })
    text += node.data
  }
  return { text, nodes }
}

function placeOf(nodes: readonly Piece[], at: number): [Text, number] {
  const piece = nodes.findLast(({ from }) => from <= at)
  if (!piece) throw new Error('A place before the text')
  return [piece.node, Math.min(at - piece.from, piece.node.length)]
}
