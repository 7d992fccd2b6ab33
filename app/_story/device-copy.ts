import { IndexeddbPersistence } from 'y-indexeddb'
import { type Doc, encodeStateAsUpdate } from 'yjs'

/** `kept`: each change is written on the device. `full`: the device takes no more. */
export type DeviceFacts = { device: boolean; full: boolean }

export type DeviceCopy = {
  /** The origin of what was read from the device. */
  origin: unknown
  /** All that lay on the device was read. */
  isRead: () => boolean
  close: () => void
}

/** After a full disk, the whole text is offered again this often. */
const AGAIN_MS = 10_000

/**
 * Keeps a text on the device. The library writes each change and does not say when the disk refuses it: the
 * transaction's `abort` does, which reaches the database. Some browsers have no store, or none in private windows.
 */
export function keepOnDevice(
  name: string,
  doc: Doc,
  tell: (facts: DeviceFacts & { loaded?: true }) => void,
): DeviceCopy | null {
  if (typeof indexedDB === 'undefined') return null
  const copy = new IndexeddbPersistence(name, doc)
  let isRead = false
  let again: ReturnType<typeof setTimeout> | undefined
  const tryAgain = () => {
    again = undefined
    if (!copy.db || copy._destroyed) return
    const writing = copy.db.transaction(['updates'], 'readwrite')
    writing.objectStore('updates').add(encodeStateAsUpdate(doc))
    writing.oncomplete = () => tell({ device: true, full: false })
  }
  const refused = () => {
    tell({ device: false, full: true })
    again ??= setTimeout(tryAgain, AGAIN_MS)
  }
  copy.whenSynced.then(
    () => {
      isRead = true
      copy.db?.addEventListener('abort', refused)
      tell({ device: true, full: false, loaded: true })
    },
    () => undefined,
  )
  return {
    origin: copy,
    isRead: () => isRead,
    close() {
      clearTimeout(again)
      copy.destroy().catch(() => undefined)
    },
  }
}
