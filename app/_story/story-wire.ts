import { HocuspocusProvider } from '@hocuspocus/provider'
import type { Doc } from 'yjs'
import type { OtherHere } from './others-here.tsx'
import { StorySocket } from './story-socket.ts'

/** The way from a page to the shared text of a story. It begins with `provider.attach()`; both ends are to be destroyed. */
export function openStoryWire(storyId: string, document: Doc) {
  const socket = new StorySocket({ url: `${location.origin.replace(/^http/, 'ws')}/collab` })
  const name = `story.${storyId}`
  const provider = new HocuspocusProvider({ websocketProvider: socket, name, document, token: 'page' })
  return { socket, provider }
}

type Present = { clientId: number; user?: { name: string }; reads?: boolean }

/** Tells who else has the text open, each time that somebody comes, goes or begins to write. */
export function hearOthers(provider: HocuspocusProvider, hear: (others: readonly OtherHere[]) => void) {
  provider.on('awarenessChange', ({ states }: { states: Present[] }) =>
    hear(
      states.flatMap(({ clientId, user, reads }) =>
        user && clientId !== provider.document.clientID ? [{ name: user.name, reads: reads === true }] : [],
      ),
    ),
  )
}
