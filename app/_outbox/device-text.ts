import { IndexeddbPersistence } from 'y-indexeddb'
import { Doc, XmlElement, type XmlFragment, XmlText } from 'yjs'
import { textDatabase } from './waiting-shelf.ts'

/** The words of a text as this device has them, a line for each block. */
export async function readDeviceText(whose: { memberId: string; storyId: string }): Promise<string> {
  const doc = new Doc()
  const copy = new IndexeddbPersistence(textDatabase(whose), doc)
  await copy.whenSynced
  const words = linesOf(doc.getXmlFragment('default')).join('\n')
  await copy.destroy()
  return words
}

function linesOf(part: XmlFragment | XmlElement): string[] {
  const children = part.toArray()
  if (children.some((child) => child instanceof XmlText)) return [children.map(plain).join('')]
  return children.flatMap((child) => (child instanceof XmlElement ? linesOf(child) : []))
}

/** The words of a run of text, without what dresses them. */
function plain(part: unknown): string {
  if (!(part instanceof XmlText)) return ''
  const pieces: { insert: unknown }[] = part.toDelta()
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}
