import { Parser } from 'htmlparser2'

/** An element of a feed under its usual prefix; `text` is everything written in it, tags included. */
export type FeedElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: FeedElement[]
}

/** The prefixes that we know these vocabularies by, whatever a feed calls them. */
const vocabularies: Record<string, string> = {
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'https://podcastindex.org/namespace/1.0': 'podcast',
  'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'http://podlove.org/simple-chapters': 'psc',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://www.w3.org/2005/atom': 'atom',
  'http://search.yahoo.com/mrss/': 'media',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

/** Deeper than this no feed is: what comes then is not read. */
const DEPTH = 60
/** Characters of one element's text that are kept. */
const LONGEST = 400_000
/** No channel and no item says more; what comes behind is not kept. */
const mostChildren = 3000

export type FeedTreeEvents = {
  /** A whole item; it is forgotten afterwards, so that a feed of any length needs the memory of one. */
  onItem: (item: FeedElement, isWhole: boolean) => void
}

/**
 * Reads XML of any quality piece by piece. No DTD is read and no entity of one expanded; what is not closed is closed at
 * the end. Items are told one by one, everything else of the channel stays in `channel`.
 */
export class FeedTree {
  readonly channel: FeedElement = { name: 'channel', attributes: {}, text: '', children: [] }
  isTooDeep = false
  isCut = false
  isFeed = false
  private readonly open: FeedElement[] = []
  private readonly prefixes = new Map<string, string>()
  private item: FeedElement | null = null
  private readonly parser: Parser
  private readonly onItem: FeedTreeEvents['onItem']

  constructor({ onItem }: FeedTreeEvents) {
    this.onItem = onItem
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.begin(name, attributes),
        ontext: (text) => this.write(text),
        onclosetag: (name, isImplied) => this.end(name, isImplied),
      },
      { xmlMode: true, decodeEntities: true },
    )
  }

  /** Reads on; nothing more once the feed is deeper than any feed. */
  read(text: string) {
    if (!this.isTooDeep) this.parser.write(text)
  }

  finish() {
    if (!this.isTooDeep) this.parser.end()
  }

  private begin(raw: string, given: Record<string, string>) {
    if (this.isTooDeep) return
    this.learnPrefixes(given)
    const name = this.usualName(raw)
    const parent = this.open.at(-1)
    if (this.open.length === 0 && (name === 'rss' || name === 'feed' || name === 'rdf')) this.isFeed = true
    const element = this.elementOf(name, given)
    this.open.push(element)
    if (this.open.length > DEPTH) {
      this.isTooDeep = true
      return
    }
    if (isItem(name) && this.item === null && this.open.length <= 4) this.item = element
    else if (parent) this.attach(parent, element)
  }

  /** The channel of RSS, or the whole of an Atom feed, is the one that is kept. */
  private elementOf(name: string, attributes: Record<string, string>): FeedElement {
    const isChannel = name === 'channel' || (name === 'feed' && this.open.length === 0)
    return isChannel ? this.channel : { name, attributes, text: '', children: [] }
  }

  /** Tags within a text that somebody forgot to escape are a part of it. */
  private attach(parent: FeedElement, element: FeedElement) {
    if (this.isInWords()) this.write(tagText(element))
    else if (this.open.length <= 6 && parent.children.length < mostChildren && !isContainer(element.name))
      parent.children.push(element)
  }

  /** Whether what was opened last lies in a text. */
  private isInWords(): boolean {
    return this.open.slice(0, -1).some(({ name }) => wordy.has(name))
  }

  private write(text: string) {
    for (const element of this.open)
      if (!isContainer(element.name) && element !== this.item && element.text.length < LONGEST)
        element.text += text
  }

  private end(raw: string, isImplied: boolean) {
    const name = this.usualName(raw)
    const isInWords = this.isInWords()
    const element = this.open.pop()
    if (element === undefined || this.isTooDeep) return
    if (isImplied && isContainer(name)) this.isCut = true
    if (isInWords && element.name !== 'br') this.write(`</${element.name}>`)
    if (element !== this.item) return
    this.item = null
    this.onItem(element, !isImplied)
  }

  private learnPrefixes(attributes: Record<string, string>) {
    for (const [key, value] of Object.entries(attributes)) {
      const known = key.startsWith('xmlns') ? vocabularies[value.trim().toLowerCase()] : undefined
      if (known && this.prefixes.size < 100) this.prefixes.set(key.slice(6).toLowerCase(), known)
    }
  }

  private usualName(raw: string): string {
    const lower = raw.toLowerCase()
    const at = lower.indexOf(':')
    const prefix = at < 0 ? '' : lower.slice(0, at)
    const own = lower.slice(at + 1)
    const usual = this.prefixes.get(prefix) ?? prefix
    // RSS has no prefix, Atom's is often the document's own, RDF's root is the only thing of its own.
    return usual === '' || usual === 'rdf' || (usual === 'atom' && prefix === '') ? own : `${usual}:${own}`
  }
}

const isItem = (name: string) => name === 'item' || name === 'entry'
const isContainer = (name: string) => ['rss', 'feed', 'rdf', 'channel', 'item', 'entry'].includes(name)

/** Tags in these belong to their text. */
const wordy = new Set(['description', 'content:encoded', 'itunes:summary', 'content', 'summary', 'title'])

function tagText({ name, attributes }: FeedElement): string {
  if (name === 'br') return '<br>'
  const href = attributes.href?.replaceAll('"', '&quot;')
  return href === undefined ? `<${name}>` : `<${name} href="${href}">`
}

/** The children of an element by their name. */
export function childrenOf(element: FeedElement, name: string): FeedElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first child that has some, by its names in order of preference. */
export function textOf(element: FeedElement, ...names: string[]): string {
  for (const name of names) {
    const found = childrenOf(element, name).find(({ text }) => text.trim() !== '')
    if (found) return found.text.trim()
  }
  return ''
}
