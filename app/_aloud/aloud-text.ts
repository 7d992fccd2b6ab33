import { breaths } from '#lib/story/breaths.ts'
import { spokenForm } from '#lib/story/spoken-form.ts'

/** A sentence as it is said, and where it stands on the page. */
export type AloudStretch = { say: string; range: Range }

/** What is not read: what nobody sees, what one types into, notes off air, and the reader's own buttons. */
const LEFT_OUT =
  'script, style, noscript, nav, svg, select, input, textarea, [hidden], [aria-hidden="true"], .sr-only, .aloud, [data-block="offAir"]'

/** The words of a part of the page in the order in which they stand, sentence by sentence. */
export function aloudText(root: Element): AloudStretch[] {
  return linesOf(root).flatMap(({ nodes, by }) => {
    const text = nodes.map((node) => node.data).join('')
    return breaths(text).map(({ from, to }, at): AloudStretch => {
      const range = new Range()
      range.setStart(...placeOf(nodes, from))
      range.setEnd(...placeOf(nodes, to))
      const said = spokenForm(text.slice(from, to)).replace(/\s+/g, ' ')
      return { say: at === 0 && by ? `${by} : ${said}` : said, range }
    })
  })
}

/** `by`: who says the line, where the page shows a name that is not among its words. */
type Line = { nodes: Text[]; by: string | undefined }

/** Texts that stand in one line of words, however many elements they are spread over. */
function linesOf(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && (node.matches(LEFT_OUT) || !node.checkVisibility())
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const lines: Line[] = []
  let block: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.data.trim() === '') continue
    const own = blockOf(node)
    const last = lines.at(-1)
    if (last && own === block) last.nodes.push(node)
    else lines.push({ nodes: [node], by: own?.closest<HTMLElement>('[data-by]')?.dataset.by })
    block = own
  }
  return lines
}

function blockOf(node: Node): Element | null {
  let element = node.parentElement
  while (element?.parentElement && /^(inline|contents)$/.test(getComputedStyle(element).display))
    element = element.parentElement
  return element
}

function placeOf(nodes: readonly Text[], at: number): [Text, number] {
  let before = 0
  for (const node of nodes) {
    if (at <= before + node.length) return [node, at - before]
    before += node.length
  }
  const last = nodes.at(-1) ?? new Text()
  return [last, last.length]
}
