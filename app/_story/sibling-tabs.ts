import { applyUpdate, type Doc, encodeStateAsUpdate } from 'yjs'

/** `hello`: a tab has opened the text and asks for it. */
type Said = { update: Uint8Array } | { hello: true }

export type SiblingTabs = {
  /** This tab has lost the server: what it has goes to the others now, and every word from here on. */
  alone: () => void
  close: () => void
}

/**
 * Keeps the tabs of one browser equal while the server cannot: words typed in one stand in the other, in a tunnel
 * too, and leave through whichever has a way out. `isConnected` says whether the server passes on what this tab
 * writes; `foreign` are the origins of what others brought, which is never told on.
 */
export function joinSiblingTabs(given: {
  name: string
  doc: Doc
  isConnected: () => boolean
  foreign: () => readonly unknown[]
}): SiblingTabs | null {
  const { name, doc, isConnected, foreign } = given
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)
  const sayAll = () => say({ update: encodeStateAsUpdate(doc) })
  const tellOn = (update: Uint8Array, origin: unknown) => {
    if (!isConnected() && origin !== channel && !foreign().includes(origin)) say({ update })
  }
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('hello' in data) sayAll()
    else applyUpdate(doc, data.update, channel)
  }
  doc.on('update', tellOn)
  say({ hello: true })
  return {
    alone: sayAll,
    close() {
      doc.off('update', tellOn)
      channel.close()
    },
  }
}
