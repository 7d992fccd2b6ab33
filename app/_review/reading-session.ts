import { Doc } from 'yjs'
import type { OtherHere } from '#app/_story/others-here.tsx'
import { hearOthers, openStoryWire } from '#app/_story/story-wire.ts'

/** News that come close together are one. */
const GATHER_MS = 1500

/**
 * Reads along while others write: says to them that one is here, and tells `changed` when words, notes or sounds
 * may have changed. Keeps nothing on the device. Returns what leaves.
 */
export function readAlong(
  storyId: string,
  { changed, others }: { changed: () => void; others: (now: readonly OtherHere[]) => void },
): () => void {
  const doc = new Doc()
  const { socket, provider } = openStoryWire(storyId, doc)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSynced = false
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, GATHER_MS)
  }
  // The server names us; without any state of our own nobody would see us.
  provider.setAwarenessField('user', { name: '…' })
  provider.setAwarenessField('reads', true)
  provider.on('synced', () => {
    // Synced anew: something may have been missed.
    if (isSynced) soon()
    isSynced = true
  })
  doc.on('update', () => isSynced && soon())
  // Not when the story moves on: whoever is about to say so too is told by the answer, with what they typed still there.
  provider.on(
    'stateless',
    ({ payload }: { payload: string }) => /^news:(notes|sounds|all)$/.test(payload) && soon(),
  )
  hearOthers(provider, others)
  provider.attach()
  return () => {
    clearTimeout(timer)
    provider.destroy()
    socket.destroy()
  }
}
