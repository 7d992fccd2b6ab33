import { holdBeside, whenFree } from '#app/_device/locks.ts'
import { askToStay } from '#app/_device/stay.ts'
import { readTakes, writeTake } from '#app/_sound/take-shelf.ts'
import { type FirstDraft, writeDraft } from './waiting-shelf.ts'

/**
 * Begins a story on this device alone; once this resolves it survives the page. It is created when there is network.
 * A copy of the page that begins stories names the same story each time it opens, so the draft gets a name of its own, and
 * takes what was said under the page's (`saidFor`) with it.
 */
export async function beginDraft(
  begun: { memberId: string; title: string; words: string },
  saidFor = '',
): Promise<FirstDraft> {
  const draft = { ...begun, id: crypto.randomUUID(), startedAt: Date.now(), trouble: null }
  await writeDraft(draft)
  if (saidFor !== '') await handOver(begun.memberId, saidFor, draft.id)
  askToStay()
  return draft
}

async function handOver(memberId: string, from: string, to: string) {
  for (const take of await readTakes(memberId)) {
    if (take.storyId === from) await writeTake({ ...take, storyId: to })
  }
}

const lockOf = (id: string) => `brouillon:${id}`

/** Keeps a draft here while somebody writes in it. Returns what lets it go. */
export function holdDraft(id: string): () => void {
  return holdBeside(lockOf(id))
}

/** Runs `work` unless somebody writes in this draft. */
export async function withFreeDraft(id: string, work: () => Promise<void>) {
  await whenFree(lockOf(id), work)
}
