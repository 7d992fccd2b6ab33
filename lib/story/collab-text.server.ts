import { setTimeout as wait } from 'node:timers/promises'
import type { Hocuspocus } from '@hocuspocus/server'
import * as Y from 'yjs'
import { type Db, sqlState } from '#lib/db/db.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { appendUpdate, mergeText, readKeptText } from './text.server.ts'

/** All that a shared text may weigh with its history, bytes: far above what is ever written by hand. */
const MAX_TEXT_BYTES = 8_000_000
const EMPTY_UPDATE_BYTES = 2

/** How long a change is held for a database that does not answer, before its socket is given up. */
const PATIENCE_MS = 10 * 60_000

/**
 * Keeps the shared texts of the socket server on disk. A change is a row before it is acknowledged; while
 * the database does not answer, it waits unacknowledged, so that the writer's screen says "pas encore gardé".
 */
export function keepTexts(db: Db, closing: AbortSignal) {
  /** Per story: changes on their way to the disk, and size. A text with such changes is not unloaded. */
  const texts = new Map<string, { waiting: number; bytes: number; retry: NodeJS.Timeout | null }>()
  const textOf = (storyId: string) => {
    const text = texts.get(storyId) ?? { waiting: 0, bytes: 0, retry: null }
    texts.set(storyId, text)
    return text
  }

  async function load(storyId: string, into: Y.Doc) {
    const { doc, bytes } = await readKeptText(db, storyId)
    Y.applyUpdate(into, Y.encodeStateAsUpdate(doc))
    textOf(storyId).bytes = bytes
  }

  /** Resolves once the change is on disk; only then may it be acknowledged and shown to the others. */
  async function keep(
    storyId: string,
    memberId: string,
    update: Uint8Array,
    { held, isReply }: { held: Y.Doc; isReply: boolean },
  ) {
    if (update.length <= EMPTY_UPDATE_BYTES) return
    Y.decodeUpdate(update)
    // A page that opens or reconnects sends again what its device has; what the text contains is already on
    // disk, and whoever only opens a page has written nothing.
    if ((isReply || isOldNews(held, update)) && Y.snapshotContainsUpdate(Y.snapshot(held), update)) return
    const text = textOf(storyId)
    if (text.bytes + update.length > MAX_TEXT_BYTES) throw new Refusal('story.too-long')
    text.waiting += 1
    text.bytes += update.length
    try {
      await insist(() => appendUpdate(db, storyId, memberId, update), closing)
    } finally {
      text.waiting -= 1
    }
  }

  /** Merges what is on disk. A failure loses nothing, so it is tried again later, and never thrown. */
  async function merge(storyId: string, hocuspocus: Hocuspocus, delayMs = 2000) {
    const text = textOf(storyId)
    try {
      text.bytes = await mergeText(db, storyId)
      if (text.retry) clearTimeout(text.retry)
      text.retry = null
      const document = hocuspocus.documents.get(documentName(storyId))
      if (document) await hocuspocus.unloadDocument(document)
    } catch (error) {
      log.warn('story.not-merged', { storyId }, error)
      if (text.retry) clearTimeout(text.retry)
      const again = () => merge(storyId, hocuspocus, Math.min(delayMs * 2, 30_000))
      text.retry = closing.aborted ? null : setTimeout(again, delayMs).unref()
    }
  }

  return {
    load,
    keep,
    merge,
    isSettled: (storyId: string) => textOf(storyId).waiting === 0 && textOf(storyId).retry === null,
    forget: (storyId: string) => texts.delete(storyId),
  }
}

/** Whether a change brings words, and all of them are known: cheap enough to be asked at each keystroke. */
function isOldNews(held: Y.Doc, update: Uint8Array): boolean {
  const { to } = Y.parseUpdateMeta(update)
  return to.size > 0 && [...to].every(([client, clock]) => Y.getState(held.store, client) >= clock)
}

/** The name under which a story's text is opened on the socket. */
export const documentName = (storyId: string) => `story.${storyId}`

/** The story that a document name stands for; null when it is no such name. */
export function storyOfDocument(name: string): string | null {
  return /^story\.([0-9a-f-]{36})$/.exec(name)?.[1] ?? null
}

/** Tries until the database has taken it; its answer "no" (a refusal, a broken rule) ends the tries. */
async function insist(write: () => Promise<void>, closing: AbortSignal) {
  const until = Date.now() + PATIENCE_MS
  for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 3000)) {
    try {
      return await write()
    } catch (error) {
      const isAnswer = isRefusal(error) || /^2[23]/.test(sqlState(error) ?? '')
      if (isAnswer || closing.aborted || Date.now() > until) throw error
      log.warn('story.not-kept-yet', {}, error)
      await wait(delayMs, undefined, { signal: closing })
    }
  }
}
