import { IndexeddbPersistence } from 'y-indexeddb'
import { Doc } from 'yjs'
import { sharedLines } from '#lib/story/anchor.ts'
import { textDatabase } from './waiting-shelf.ts'

/** The words of a text as this device has them, a line for each block. */
export async function readDeviceText(whose: { memberId: string; storyId: string }): Promise<string> {
  const doc = new Doc()
  const copy = new IndexeddbPersistence(textDatabase(whose), doc)
  await copy.whenSynced
  const lines = sharedLines(doc).map(({ text }) => text)
  await copy.destroy()
  return lines.filter((text) => text !== '').join('\n')
}
