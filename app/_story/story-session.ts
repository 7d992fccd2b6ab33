import type { HocuspocusProvider } from '@hocuspocus/provider'
import { Doc } from 'yjs'
import { openTextMark } from '#app/_outbox/text-mark.ts'
import { textDatabase } from '#app/_outbox/waiting-shelf.ts'
import { keepOnDevice } from './device-copy.ts'
import type { OtherHere } from './others-here.tsx'
import { type SavingFacts, savingOf } from './saving.ts'
import { joinSiblingTabs } from './sibling-tabs.ts'
import type { StorySocket } from './story-socket.ts'
import { hearOthers, openStoryWire } from './story-wire.ts'

/** One page's hold on a text: the shared document, the copy on the device, the way to the server. */
export type StorySession = {
  doc: Doc
  provider: HocuspocusProvider
  /** For useSyncExternalStore. The snapshot is a new object exactly when something changed. */
  listen: (listener: () => void) => () => void
  snapshot: () => StorySnapshot
  close: () => void
}
/** `loaded`: the words are here, from the device or the server. `others`: who else has the text open. */
export type StorySnapshot = SavingFacts & {
  loaded: boolean
  others: readonly OtherHere[]
  /** Raised when there may be other notes, another state, other sounds: what is shown of them is read again. */
  news: { notes: number; state: number; sounds: number }
}

/** How long "opening" may take before a page says that there is no network. */
const PATIENCE_MS = 4000
const SIGNED_OUT = 4401

/** Opens a story's text. The device's copy belongs to the member: phones are shared. */
export function openStorySession({ storyId, memberId }: { storyId: string; memberId: string }): StorySession {
  const doc = new Doc()
  const { socket, provider } = openStoryWire(storyId, doc)
  const listeners = new Set<() => void>()
  let now: StorySnapshot = {
    opening: true,
    connected: false,
    unsent: 0,
    device: false,
    full: false,
    refusal: null,
    loaded: false,
    others: [],
    news: { notes: 0, state: 0, sounds: 0 },
  }
  const mark = openTextMark({ memberId, storyId })
  const learn = (change: Partial<StorySnapshot>) => {
    const was = now
    now = { ...now, ...change }
    if (was.connected && !now.connected) siblings?.alone()
    mark.look({ isSent: savingOf(now) === 'kept' && (device?.isRead() ?? false), refusal: now.refusal })
    for (const listener of listeners) listener()
  }
  const name = textDatabase({ memberId, storyId })
  // Before the device writes a change down, its list says that there is one.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && origin !== device?.origin) mark.unsent()
  })
  const device = keepOnDevice(name, doc, learn)
  const foreign = () => [provider, device?.origin]
  const siblings = joinSiblingTabs({ name, doc, isConnected: () => now.connected, foreign })
  const patience = setTimeout(() => learn({ opening: false }), PATIENCE_MS)
  const sent = listenTo(provider, socket, learn)
  provider.on('stateless', ({ payload }: { payload: string }) => {
    if (payload.startsWith('news:')) learn({ news: raised(now.news, payload.slice('news:'.length)) })
  })
  // What was told while the network was away was not heard.
  provider.on('synced', () => learn({ news: raised(now.news, 'all') }))
  for (const change of ['online', 'offline']) addEventListener(change, sent)
  provider.attach()
  return {
    doc,
    provider,
    snapshot: () => now,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      clearTimeout(patience)
      for (const change of ['online', 'offline']) removeEventListener(change, sent)
      provider.destroy()
      socket.destroy()
      siblings?.close()
      device?.close()
      mark.close()
    },
  }
}

function raised(news: StorySnapshot['news'], what: string): StorySnapshot['news'] {
  const more = (name: keyof StorySnapshot['news']) => news[name] + (what === name || what === 'all' ? 1 : 0)
  return { notes: more('notes'), state: more('state'), sounds: more('sounds') }
}

/** Learns from the connection; returns what looks again at where the words are. */
function listenTo(
  provider: HocuspocusProvider,
  socket: StorySocket,
  learn: (news: Partial<StorySnapshot>) => void,
) {
  // A browser that has lost its network keeps the socket "open" for up to a minute.
  const isOpen = () => provider.isSynced && socket.status === 'connected' && navigator.onLine
  const sent = () => learn({ unsent: provider.unsyncedChanges, connected: isOpen() })
  provider.on('unsyncedChanges', sent)
  provider.on('status', sent)
  provider.on('synced', () => {
    sent()
    learn({ loaded: true, opening: false })
  })
  provider.on('authenticated', ({ scope }: { scope: string }) =>
    learn(scope === 'readonly' ? { refusal: 'story.closed' } : { refusal: null }),
  )
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => learn({ refusal: reason }))
  provider.on('stateless', ({ payload }: { payload: string }) => {
    if (!payload.startsWith('refused:')) return
    learn({ refusal: payload.slice('refused:'.length) })
    if (payload === 'refused:story.too-long') socket.disconnect()
  })
  provider.on('close', ({ event }: { event: { code: number } }) => {
    sent()
    if (event.code === SIGNED_OUT) learn({ refusal: 'signed-out' })
    // The server has let the text go but not the socket: only a new socket compares the texts again.
    if (socket.status === 'connected') socket.webSocket?.close()
  })
  hearOthers(provider, (others) => learn({ others }))
  return sent
}
