import { HocuspocusProvider } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { StorySocket } from '#app/_story/story-socket.ts'

/** A page that writes in a story, with the editor's own connection but without a screen. */
export type Typist = {
  doc: Y.Doc
  provider: HocuspocusProvider
  /** Types a word into the text, as a transaction of its own. */
  type: (word: string) => void
  /** Words typed before a moment at which the page could say "C'est gardé". */
  kept: Set<string>
  /** When each became so, in the process's own milliseconds. */
  keptAt: Map<string, number>
  /** Every name in the text, as this page sees them. */
  names: () => string[]
  /** Reasons for which the server refused what was typed, or the text. */
  refused: string[]
  leave: () => void
}

export const ORIGIN = 'http://localhost'

/** A device of the real radio: where its pages come from, and its session. */
export type Device = { origin: string; cookie: string }

/** Connects as the member whose id is in `as` (the tests' servers trust that header), or as a device of theirs. */
export function openTypist(url: string, storyId: string, as: string | Device, token = 'typist'): Typist {
  const { origin, ...headers } = typeof as === 'string' ? { origin: ORIGIN, 'x-member': as } : as
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { origin, headers })
      // A page that leaves while it connects is no error.
      this.on('error', () => undefined)
    }
  }
  const websocketProvider = new StorySocket({
    url,
    WebSocketPolyfill: Socket,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
  })
  const doc = new Y.Doc()
  const typed: string[] = []
  const kept = new Set<string>()
  const keptAt = new Map<string, number>()
  const refused: string[] = []
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: `story.${storyId}`,
    document: doc,
    token,
    onUnsyncedChanges: ({ number }) => {
      if (number > 0) return
      for (const word of typed.splice(0)) {
        kept.add(word)
        keptAt.set(word, performance.now())
      }
    },
    onStateless: ({ payload }) => refused.push(payload),
    onAuthenticationFailed: ({ reason }) => refused.push(reason),
  })
  provider.attach()
  return {
    doc,
    provider,
    kept,
    keptAt,
    refused,
    type(word) {
      typed.push(word)
      doc.transact(() => typeInto(doc.getXmlFragment('default'), word))
    },
    names: () =>
      [...(provider.awareness?.getStates().values() ?? [])].flatMap((state) => state.user?.name ?? []),
    leave() {
      provider.destroy()
      websocketProvider.destroy()
    },
  }
}

function typeInto(text: Y.XmlFragment, word: string) {
  const last = text.length > 0 ? text.get(text.length - 1) : null
  const line = last instanceof Y.XmlElement ? last.get(0) : null
  if (line instanceof Y.XmlText) line.insert(line.length, `${word} `)
  else {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(`${word} `)])
    text.push([paragraph])
  }
}

/** Waits until `holds`; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10))
}
