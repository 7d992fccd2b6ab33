/** A piece of a page as it came: an element, or text whose entities are not read yet. */
export type HtmlNode = HtmlElement | string
export type HtmlElement = {
  name: string
  attrs: Record<string, string>
  children: HtmlNode[]
  /** Somewhere in it a block begins. */
  holdsBlock: boolean
}

const DEPTH = 100
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const rawText = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'noembed', 'noframes'])
const blocks = new Set(
  'address article blockquote body center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

/** Whether words before and after it stand on lines of their own. */
export const isBlock = (element: HtmlElement) => blocks.has(element.name)

/**
 * Reads a page or a piece of one, however broken, in one pass. Beyond a hundred levels nothing is nested any more.
 * Comments and declarations are gone, Word's conditions with them; scripts and styles are empty.
 */
export function htmlTree(html: string): HtmlElement {
  const root = element('body', {})
  const open = new OpenElements(root)
  for (let at = 0; at < html.length; ) {
    const less = html.indexOf('<', at)
    if (less < 0 || less > at) open.add(html.slice(at, less < 0 ? html.length : less))
    if (less < 0) break
    at = markup(html, less, open)
  }
  return root
}

/** Takes in what begins with "<" at `at`, and tells where it ends. */
function markup(html: string, at: number, open: OpenElements): number {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4)
  const next = html[at + 1] ?? ''
  if (next === '!' || next === '?') return after(html, '>', at)
  const name = /^\/?[a-z][\w:-]{0,40}/i.exec(html.slice(at + 1, at + 44))?.[0]
  if (name === undefined) {
    open.add('<')
    return at + 1
  }
  const end = tagEnd(html, at + 1 + name.length)
  if (name.startsWith('/')) open.close(name.slice(1).toLowerCase())
  else {
    const attrs = attributesOf(html.slice(at + 1 + name.length, end - 1))
    open.start(element(name.toLowerCase(), attrs))
    if (rawText.has(name.toLowerCase())) return rawEnd(html, name, end, open)
  }
  return end
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from)
  return found < 0 ? html.length : found + sign.length
}

/** Where a tag ends; a ">" between quotes does not end it. */
function tagEnd(html: string, from: number): number {
  const signs = /[>"']/g
  signs.lastIndex = from
  for (let found = signs.exec(html); found; found = signs.exec(html)) {
    if (found[0] === '>') return found.index + 1
    const quote = html.indexOf(found[0], found.index + 1)
    if (quote < 0) break
    signs.lastIndex = quote + 1
  }
  return html.length
}

function rawEnd(html: string, name: string, from: number, open: OpenElements): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  open.close(name.toLowerCase())
  return found ? tagEnd(html, found.index + 2) : html.length
}

function attributesOf(inside: string): Record<string, string> {
  const found = [...inside.matchAll(attribute)].slice(0, 50)
  return Object.fromEntries(
    found.map(([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? '']),
  )
}

function element(name: string, attrs: Record<string, string>): HtmlElement {
  return { name, attrs, children: [], holdsBlock: false }
}

/** The elements that are open, from the whole to the innermost. */
class OpenElements {
  private readonly stack: HtmlElement[]
  /** Elements that were opened too deep to be nested. */
  private beyond = 0

  constructor(root: HtmlElement) {
    this.stack = [root]
  }

  add(child: HtmlNode) {
    this.stack.at(-1)?.children.push(child)
  }

  start(child: HtmlElement) {
    // A paragraph ends where another block begins, an item where the next one does.
    if (isBlock(child) && this.stack.at(-1)?.name === 'p') this.stack.pop()
    if (child.name === 'li' && this.stack.at(-1)?.name === 'li') this.stack.pop()
    this.add(child)
    if (isBlock(child)) this.tellBlock()
    if (empty.has(child.name)) return
    if (this.stack.length > DEPTH) this.beyond += 1
    else this.stack.push(child)
  }

  close(name: string) {
    if (this.beyond > 0) {
      this.beyond -= 1
      return
    }
    const at = this.stack.findLastIndex((one) => one.name === name)
    if (at > 0) this.stack.length = at
  }

  private tellBlock() {
    for (const one of this.stack.toReversed()) {
      if (one.holdsBlock) return
      one.holdsBlock = true
    }
  }
}
