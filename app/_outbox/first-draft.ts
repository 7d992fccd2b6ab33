import { askToStay } from '#app/_device/stay.ts'
import { type FirstDraft, writeDraft } from './waiting-shelf.ts'

/**
 * Begins a story on this device alone; once this resolves it survives the page. It is created when there is network.
 * `id` is the one that it will have, '' while it has none.
 */
export async function beginDraft(begun: {
  memberId: string
  title: string
  words: string
  id: string
}): Promise<FirstDraft> {
  const draft = { ...begun, id: begun.id || crypto.randomUUID(), startedAt: Date.now(), trouble: null }
  await writeDraft(draft)
  askToStay()
  return draft
}

const lockOf = (id: string) => `brouillon:${id}`

/** Keeps a draft here while somebody writes in it. Returns what lets it go. */
export function holdDraft(id: string): () => void {
  const released = Promise.withResolvers<void>()
  void navigator.locks?.request(lockOf(id), { mode: 'shared' }, () => released.promise)
  return released.resolve
}

/** Runs `work` unless somebody writes in this draft. */
export async function withFreeDraft(id: string, work: () => Promise<void>) {
  if (!navigator.locks) return await work()
  await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}
