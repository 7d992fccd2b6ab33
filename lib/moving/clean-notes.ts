import { Parser } from 'htmlparser2'
import { htmlFragment, type XmlChild, xml } from '#lib/publishing/xml.ts'

/** What podcast apps show of notes; headings and quotes become what they know. */
const kept: Record<string, string> = {
  ...{ p: 'p', ol: 'ol', ul: 'ul', li: 'li', b: 'b', i: 'i', strong: 'strong', em: 'em', a: 'a', br: 'br' },
  ...{ h1: 'p', h2: 'p', h3: 'p', h4: 'p', h5: 'p', h6: 'p', div: 'p', blockquote: 'p' },
}
/** Their content is nothing to read. */
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'svg',
  'math',
  'form',
])
/** Deeper tags are left out, their words stay. */
const DEPTH = 40
/** Characters of notes that are kept. */
const LONGEST = 200_000

type Open = { name: string; attributes: Record<string, string>; children: XmlChild[] }

/**
 * Notes from elsewhere as HTML of our own writing: only p ol ul li a b i strong em br, links only to http, https and
 * mailto. It is built from a tree, so nothing of what came can get out of its place.
 */
export function cleanNotes(html: string): string {
  const isPlain = !/<[a-z!/]/i.test(html)
  return htmlFragment(paragraphsOf(treeOf(isPlain ? html.replace(/\r?\n/g, '<br>') : html)))
}

function treeOf(html: string): XmlChild[] {
  const root: Open = { name: 'root', attributes: {}, children: [] }
  const open: Open[] = [root]
  let skipping = 0
  const add = (child: XmlChild) => open.at(-1)?.children.push(child)
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (dropped.has(name)) skipping++
      const own = kept[name]
      if (own === 'br' && skipping === 0) add(xml('br'))
      else if (own && own !== 'br') open.push({ name, attributes: linkOf(own, attributes), children: [] })
    },
    onclosetag: (name) => {
      if (dropped.has(name)) skipping = Math.max(0, skipping - 1)
      if (kept[name] === undefined || name === 'br' || open.at(-1)?.name !== name) return
      const { attributes, children } = open.pop() ?? root
      const tag = tagOf(name, attributes)
      if (tag === null || open.length > DEPTH) children.forEach(add)
      else if (children.length > 0) add(xml(tag, attributes, ...children))
    },
    ontext: (text) => {
      if (skipping === 0) add(text)
    },
  })
  parser.end(html.slice(0, LONGEST))
  return root.children
}

/** A link that leads nowhere is words; a list item keeps its place. */
function tagOf(name: string, attributes: Record<string, string>): string | null {
  return name === 'a' && attributes.href === undefined ? null : (kept[name] ?? null)
}

function linkOf(tag: string, { href = '' }: Record<string, string>): Record<string, string> {
  if (tag !== 'a' || !URL.canParse(href.trim())) return {}
  const url = new URL(href.trim())
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? { href: url.href } : {}
}

const blocks = new Set(['p', 'ol', 'ul'])

/** Words that stand alone between blocks get a paragraph; a paragraph within a paragraph comes out of it. */
function paragraphsOf(nodes: readonly XmlChild[]): XmlChild[] {
  const made: XmlChild[] = []
  let loose: XmlChild[] = []
  const close = () => {
    const hasWords = loose.some((node) =>
      typeof node === 'string' ? node.trim() !== '' : node.name !== 'br',
    )
    if (hasWords) made.push(xml('p', {}, ...loose))
    loose = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !blocks.has(node.name)) {
      loose.push(node)
      continue
    }
    close()
    const holdsBlocks = node.children.some((child) => typeof child !== 'string' && blocks.has(child.name))
    made.push(...(node.name === 'p' && holdsBlocks ? paragraphsOf(node.children) : filledOnly(node)))
  }
  close()
  return made
}

function filledOnly(node: Exclude<XmlChild, string>): XmlChild[] {
  const isEmpty = node.children.every((child) =>
    typeof child === 'string' ? child.trim() === '' : child.name === 'br',
  )
  return isEmpty ? [] : [node]
}
