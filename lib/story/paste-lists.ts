import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** A list that Word writes as paragraphs: each says that it is an item, with its sign before it. */
export type WordList = { isNumbered: boolean; start: number }
export type PastedBlock = { list?: WordList } & (
  | { tag: 'p' | 'h2' | 'h3'; html: string }
  | { tag: 'div'; html: string; block?: string }
  | { tag: 'blockquote'; blocks: PastedBlock[] }
  | { tag: 'ul'; items: PastedBlock[][] }
  | { tag: 'ol'; items: PastedBlock[][]; start: number }
)

/** The list that a paragraph of Word's is an item of; null for any other paragraph. */
export function wordList(node: HtmlElement): WordList | null {
  if (!/mso-list\s*:\s*l\d/i.test(node.attrs.style ?? '')) return null
  const sign = signOf(node.children).replace(/&nbsp;|\s/g, '')
  const number = /^\(?(\d{1,4})[.)]/.exec(sign)?.[1]
  return { isNumbered: number !== undefined || /^\(?[a-z][.)]/i.test(sign), start: Number(number ?? 1) }
}

function signOf(nodes: readonly HtmlNode[], isSign = false): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return isSign ? node : ''
      return signOf(node.children, isSign || /mso-list\s*:\s*ignore/i.test(node.attrs.style ?? ''))
    })
    .join('')
}

/** Makes lists again of paragraphs that follow each other as items of one. */
export function joinedLists(blocks: readonly PastedBlock[]): PastedBlock[] {
  const joined: PastedBlock[] = []
  let open: { list: WordList; items: PastedBlock[][] } | null = null
  for (const { list, ...block } of blocks) {
    if (list === undefined) {
      open = null
      joined.push(block)
    } else if (open && open.list.isNumbered === list.isNumbered) open.items.push([block])
    else {
      open = { list, items: [[block]] }
      const { items } = open
      joined.push(list.isNumbered ? { tag: 'ol', items, start: list.start } : { tag: 'ul', items })
    }
  }
  return joined
}

/** Blocks as HTML that the editor reads, and how many there are. */
export function pastedHtml(blocks: readonly PastedBlock[]): { html: string; blocks: number } {
  const written = blocks.map(blockHtml)
  return {
    html: written.map(({ html }) => html).join(''),
    blocks: written.reduce((sum, one) => sum + one.blocks, 0),
  }
}

function blockHtml(block: PastedBlock): { html: string; blocks: number } {
  if (block.tag === 'ul' || block.tag === 'ol') {
    const items = block.items.map((item) => pastedHtml(item.map(itemBlock)))
    const start = block.tag === 'ol' && block.start > 1 ? ` start="${block.start}"` : ''
    return {
      html: `<${block.tag}${start}>${items.map(({ html }) => `<li>${html}</li>`).join('')}</${block.tag}>`,
      blocks: items.reduce((sum, item) => sum + item.blocks + 1, 1),
    }
  }
  if (block.tag === 'blockquote') {
    const { html, blocks } = pastedHtml(block.blocks)
    return { html: `<blockquote>${html}</blockquote>`, blocks: blocks + 1 }
  }
  const about = block.tag === 'div' ? ` data-block="${block.block}"` : ''
  return { html: `<${block.tag}${about}>${block.html}</${block.tag}>`, blocks: 1 }
}

/** An item has no titles. */
function itemBlock(block: PastedBlock): PastedBlock {
  return block.tag === 'h2' || block.tag === 'h3' ? { tag: 'p', html: block.html } : block
}
