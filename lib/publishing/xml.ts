/** A tree of XML. Text is plain: escaping happens once, when the tree is written. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlChild[]
}
export type XmlChild = XmlElement | string

type Attributes = Readonly<Record<string, string | number | undefined>>
type Given = XmlChild | number | false | null | undefined

const elementName = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

/** An element; attributes that are undefined and children that are empty are left out. */
export function xml(name: string, attributes: Attributes = {}, ...children: Given[]): XmlElement {
  const kept = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[checkedName(key), String(value)] as const],
  )
  return {
    name: checkedName(name),
    attributes: Object.fromEntries(kept),
    children: children.flatMap((child) => {
      if (child === false || child === null || child === undefined || child === '') return []
      return [typeof child === 'number' ? String(child) : child]
    }),
  }
}

/** A whole UTF-8 document, one element a line; text keeps every space that it came with. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '\n', escapeText)}\n`
}

/**
 * The same tree as a fragment of HTML, nothing added between the tags.
 * HTML readers want named entities; our feed's text prefers numeric ones (see `escapeText`).
 */
export function htmlFragment(nodes: readonly XmlChild[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? escapeHtml(node) : writeElement(node, '', escapeHtml)))
    .join('')
}

/**
 * Text without what XML 1.0 forbids or discourages: C0 and C1 controls (tab and line feed stay),
 * lone surrogates, U+FFFE, U+FFFF and their like on the other planes. CR and CR LF become LF.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '')
}

/** `cleanText` on one line: breaks and runs of plain spaces become one space; a French no-break space stays. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim()
}

function writeElement(element: XmlElement, lineStart: string, escapeChild: (text: string) => string): string {
  const attributes = Object.entries(element.attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')
  const open = `<${element.name}${attributes}`
  if (element.children.length === 0) return `${open}/>`
  const isBranch = element.children.every((child) => typeof child !== 'string')
  const before = isBranch && lineStart !== '' ? `${lineStart}  ` : ''
  const inside = element.children.map((child) =>
    typeof child === 'string' ? escapeChild(child) : before + writeElement(child, before, escapeChild),
  )
  return `${open}>${inside.join('')}${before === '' ? '' : lineStart}</${element.name}>`
}

/**
 * Numeric references: the W3C validator takes `&amp;` and `&lt;` in a title for leftover HTML, and
 * parsers that decode named entities twice do not touch these. An escaped `>` keeps `]]>` impossible.
 */
function escapeText(text: string): string {
  return cleanText(text).replace(/&/g, '&#x26;').replace(/</g, '&#x3C;').replace(/>/g, '&#x3E;')
}

/** Named here: the Podcast Index parser leaves numeric references in attributes as they are. */
function escapeAttribute(text: string): string {
  return escapeHtml(text).replace(/"/g, '&quot;').replace(/\t/g, '&#x9;').replace(/\n/g, '&#xA;')
}

function escapeHtml(text: string): string {
  return cleanText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function checkedName(name: string): string {
  if (!elementName.test(name)) throw new Error(`"${name}" cannot name an XML element or attribute`)
  return name
}
