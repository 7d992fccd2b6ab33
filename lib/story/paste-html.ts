import { type HtmlElement, type HtmlNode, htmlTree, isBlock } from './html-tree.ts'
import { pastedHref } from './paste-link.ts'
import { joinedLists, type PastedBlock, pastedHtml, wordList } from './paste-lists.ts'
import { attributeText, escaped, isBold, isHidden, textOf } from './paste-look.ts'

/** What did not come with the words: how many pictures, menus and buttons, links; whether looks and trackers. */
export type LeftOut = { images: number; menus: number; links: number; isTracked: boolean; looks: boolean }
/** What is pasted in the end. `blocks` counts paragraphs, titles and items. */
export type Pasted = { html: string; leftOut: LeftOut; blocks: number }

const pictures = new Set(
  'img svg canvas video audio iframe object embed applet picture v:imagedata'.split(' '),
)
const menus = new Set('nav aside footer form button select input dialog menu'.split(' '))
const unread = new Set(
  'script style head title meta link xml noscript template textarea math del rt rp'.split(' '),
)
const radio = ['leadIn', 'question', 'leadOut', 'offAir']

/**
 * What a word processor, a page or a mail brings, as a text of ours: paragraphs, two sorts of titles, lists, quotes,
 * bold, clean links. Everything else is left out, and told.
 */
export function cleanPaste(html: string): Pasted {
  const leftOut: LeftOut = { images: 0, menus: 0, links: 0, isTracked: false, looks: false }
  const blocks = joinedLists(blocksOf(htmlTree(html).children, leftOut))
  return { ...pastedHtml(blocks), leftOut }
}

function blocksOf(nodes: readonly HtmlNode[], leftOut: LeftOut): PastedBlock[] {
  const blocks: PastedBlock[] = []
  let run: HtmlNode[] = []
  const flush = () => {
    blocks.push(...paragraphsOf(run, leftOut))
    run = []
  }
  for (const node of nodes) {
    if (typeof node === 'string') run.push(node)
    else if (isBlock(node) || node.holdsBlock) {
      flush()
      if (!leaveOut(node, leftOut)) blocks.push(...blockOf(node, leftOut))
    } else run.push(node)
  }
  flush()
  return blocks
}

/** Two line breaks part paragraphs. */
function paragraphsOf(run: readonly HtmlNode[], leftOut: LeftOut): PastedBlock[] {
  return inlineHtml(run, leftOut, false)
    .split(/(?:\s*<br>\s*){2,}/)
    .map((part) => part.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, ''))
    .filter(hasWords)
    .map((html) => ({ tag: 'p', html }))
}

const hasWords = (html: string) => /[^\s\u00a0]/.test(html.replace(/<[^>]*>|&nbsp;/g, ''))

function blockOf(node: HtmlElement, leftOut: LeftOut): PastedBlock[] {
  const level = /^h([1-6])$/.exec(node.name)?.[1]
  if (level !== undefined) return lineOf(level < '3' ? 'h2' : 'h3', node, leftOut)
  const block = node.attrs['data-block'] ?? ''
  if (radio.includes(block)) return lineOf('div', node, leftOut).map((one) => ({ ...one, block }))
  if (node.name === 'ul' || node.name === 'ol') return listOf(node, leftOut)
  if (node.name === 'blockquote') {
    const blocks = joinedLists(blocksOf(node.children, leftOut))
    return blocks.length > 0 ? [{ tag: 'blockquote', blocks }] : []
  }
  const list = node.name === 'p' ? wordList(node) : null
  const blocks = blocksOf(node.name === 'pre' ? brokenLines(node.children) : node.children, leftOut)
  return list ? blocks.map((one) => ({ ...one, list })) : blocks
}

function lineOf(tag: 'h2' | 'h3' | 'div', node: HtmlElement, leftOut: LeftOut): PastedBlock[] {
  // A title is bold already.
  const html = inlineHtml(node.children, leftOut, tag !== 'div').trim()
  return hasWords(html) ? [{ tag, html }] : []
}

function listOf(node: HtmlElement, leftOut: LeftOut): PastedBlock[] {
  const items: PastedBlock[][] = []
  for (const child of node.children) {
    const blocks = joinedLists(blocksOf(typeof child === 'string' ? [child] : itemOf(child), leftOut))
    const isNested = typeof child !== 'string' && child.name !== 'li' && items.length > 0
    if (blocks.length > 0 && isNested) items.at(-1)?.push(...blocks)
    else if (blocks.length > 0) items.push(blocks)
  }
  const start = Number.parseInt(node.attrs.start ?? '1', 10) || 1
  if (items.length === 0) return []
  return [node.name === 'ol' ? { tag: 'ol', items, start } : { tag: 'ul', items }]
}

const itemOf = (child: HtmlElement) => (child.name === 'li' ? child.children : [child])

function inlineHtml(nodes: readonly HtmlNode[], leftOut: LeftOut, isTitle: boolean): string {
  return nodes
    .map((node) => (typeof node === 'string' ? textOf(node) : inlineElement(node, leftOut, isTitle)))
    .join('')
}

function inlineElement(node: HtmlElement, leftOut: LeftOut, isTitle: boolean): string {
  if (leaveOut(node, leftOut)) return ''
  if (node.name === 'br') return '<br>'
  if (node.attrs.class === 'Apple-converted-space') return ' '
  const words = inlineHtml(node.children, leftOut, isTitle)
  if (node.name === 'a' && node.attrs.href !== undefined && hasWords(words))
    return linked(node, words, leftOut)
  return !isTitle && hasWords(words) && isBold(node) ? `<strong>${words}</strong>` : words
}

function linked(node: HtmlElement, words: string, leftOut: LeftOut): string {
  const { href, wasTracked } = pastedHref(attributeText(node.attrs.href ?? ''))
  leftOut.isTracked ||= wasTracked
  if (href !== null) return `<a href="${escaped(href)}">${words}</a>`
  leftOut.links += 1
  return words
}

/** Counts what is not taken, and tells whether `node` is such. */
function leaveOut(node: HtmlElement, leftOut: LeftOut): boolean {
  const { name, attrs } = node
  if (
    /color|background|font|text-decoration/.test(attrs.style ?? '') ||
    /^(i|em|u|s|font|mark|big)$/.test(name)
  )
    leftOut.looks = true
  if (pictures.has(name)) {
    // A picture of one point counts who reads the page.
    const isDot = /^[012](px)?$/.test(attrs.width ?? '') || /^[012](px)?$/.test(attrs.height ?? '')
    if (!isDot && !isHidden(node)) leftOut.images += 1
    return true
  }
  const isMenu = menus.has(name) || /^(navigation|menu|menubar|toolbar|banner|search)$/.test(attrs.role ?? '')
  if (isMenu) leftOut.menus += 1
  return isMenu || unread.has(name) || /^[vwm]:/.test(name) || isHidden(node)
}

/** Where line ends count, as in a mail without any layout. */
function brokenLines(nodes: readonly HtmlNode[]): HtmlNode[] {
  const br: HtmlElement = { name: 'br', attrs: {}, children: [], holdsBlock: false }
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node !== 'string') return [{ ...node, children: brokenLines(node.children) }]
    return node.split('\n').flatMap((line, at) => (at === 0 ? [line] : [br, line]))
  })
}
