import { Parser } from 'htmlparser2'

type Attributes = Readonly<Record<string, string>>
export type LookedElement = { name: string; attributes: Attributes; text: string }
/** An item of a feed as an app reads it: each of its elements, those inside them left out. */
export type LookedItem = { elements: LookedElement[] }

/** Reads the item whose guid is given; null when the feed has none, or more than one. */
export function lookedItem(feed: string, guid: string): LookedItem | null {
  const items: LookedItem[] = []
  const path: string[] = []
  let item: LookedItem | null = null
  let element: LookedElement | null = null
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(name)
        if (name === 'item') item = { elements: [] }
        else if (item && path.at(-2) === 'item') {
          element = { name, attributes, text: '' }
          item.elements.push(element)
        }
      },
      ontext(text) {
        if (element && path.at(-2) === 'item') element.text += text
      },
      onclosetag(name) {
        path.pop()
        if (path.at(-1) === 'item') element = null
        if (name === 'item' && item) items.push(item)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(feed)
  const own = items.filter((one) => textOf(one, 'guid') === guid)
  return own.length === 1 ? (own[0] ?? null) : null
}

/** The elements of a name. */
export function elementsOf({ elements }: LookedItem, name: string): LookedElement[] {
  return elements.filter((element) => element.name === name)
}

/** The text of the first element of a name; '' without one. */
export function textOf(item: LookedItem, name: string): string {
  return elementsOf(item, name)[0]?.text.trim() ?? ''
}
