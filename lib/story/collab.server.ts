import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type Connection, Hocuspocus } from '@hocuspocus/server'
import type { Db } from '#lib/db/db.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { closeCodes, type Guest, openDoor } from './collab-door.server.ts'
import { ownPresence } from './collab-presence.ts'
import { keepTexts, documentName as nameOf, storyOfDocument } from './collab-text.server.ts'
import type { StoryNews } from './news.server.ts'
import { findStoryRow, type StoryRow } from './story-rows.server.ts'

/** Sessions and rights of open sockets are looked up again this often. */
const SWEEP_MS = 4000

export type Collab = {
  /** Answers an upgrade whose path is already known to be `/collab`. Never throws. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Lets every page go, merges what is kept and resolves when the database is no longer needed. */
  close: () => Promise<void>
  /** Closes the sockets of a member at once; their pages come back only if they still may. */
  closeMember: (memberId: string) => void
  /** Passes on what happened to a story elsewhere; null: something may have been missed. Never throws. */
  hear: (news: StoryNews | null) => void
}

type Context = { guest: Guest; clientId?: number | null }

/**
 * Opens the texts that are written together. `origins` are the pages' own (`https://host`, no slash);
 * `findActor` says who sends a request, null for nobody known.
 */
export function openCollab(given: {
  db: Db
  findActor: (request: IncomingMessage) => Promise<Actor | null>
  origins: readonly string[]
}): Collab {
  const closing = new AbortController()
  const texts = keepTexts(given.db, closing.signal)
  const door = openDoor({ hocuspocus: () => hocuspocus, findActor: given.findActor, origins: given.origins })
  const hocuspocus: Hocuspocus<Context> = new Hocuspocus<Context>({
    quiet: true,
    timeout: 60_000,
    maxPendingDocuments: 4,
    maxUnauthenticatedQueueSize: 4_000_000,
    async onAuthenticate({ documentName, connectionConfig, context }) {
      const access = accessTo(await storyNamed(given.db, documentName), context.guest.actor)
      if (!access.mayRead) throw quietly('not-found')
      connectionConfig.readOnly = !access.mayWrite
    },
    onLoadDocument: async ({ documentName, document }) => texts.load(storyIdOf(documentName), document),
    async beforeSync({ type, payload, connection, context, documentName, document }) {
      if (type === SYNC_ASKS || connection.readOnly) return
      const { guest } = context
      await texts
        .keep(storyIdOf(documentName), guest.actor.memberId, payload, {
          held: document,
          isReply: type === SYNC_REPLY,
        })
        .catch((error: unknown) => giveUp(connection, error))
    },
    afterHandleMessage: async ({ context, update }) => door.worked(context.guest, update.length),
    async beforeHandleAwareness({ states, connection }) {
      const context: Context | undefined = connection?.context
      if (!context) return
      const { memberId, name } = context.guest.actor
      const isReadOnly = connection?.readOnly ?? false
      const own = { memberId, name, clientId: context.clientId ?? null, isReadOnly }
      context.clientId = ownPresence(states, own)
    },
    onStoreDocument: async ({ documentName }) => texts.merge(storyIdOf(documentName), hocuspocus),
    async beforeUnloadDocument({ documentName }) {
      if (!closing.signal.aborted && !texts.isSettled(storyIdOf(documentName))) throw quietly('not-settled')
    },
    afterUnloadDocument: async ({ documentName }) => void texts.forget(storyIdOf(documentName)),
  })
  const sweeping = sweepForEver(() => sweep(given, hocuspocus, door.guests), closing.signal)
  return {
    upgrade: door.upgrade,
    closeMember: (memberId) => {
      for (const guest of door.guests)
        if (guest.actor.memberId === memberId) guest.socket.close(closeCodes.signedOut)
    },
    hear(news) {
      const what = news?.what ?? 'all'
      const open = news ? [news.storyId] : [...hocuspocus.documents.keys()].map(storyIdOf)
      for (const storyId of open) {
        const document = hocuspocus.documents.get(nameOf(storyId))
        if (!document) continue
        // The pages learn that there is something to look at, and ask for it as any reader does.
        if (what !== 'text') document.broadcastStateless(`news:${what}`)
        if (what !== 'text' && what !== 'all') continue
        texts
          .load(storyId, document)
          .catch((error: unknown) => log.warn('story.not-heard', { storyId }, error))
      }
    },
    async close() {
      closing.abort()
      for (const guest of door.guests) guest.socket.close(closeCodes.goingAway)
      hocuspocus.closeConnections()
      hocuspocus.flushPendingStores()
      await sweeping
      // Everything acknowledged is on disk already: merging is worth a moment, not more.
      for (let tries = 0; hocuspocus.documents.size > 0 && tries < 100; tries += 1) await wait(20)
      for (const guest of door.guests) guest.socket.terminate()
    },
  }
}

/** Kinds of sync messages: a page asks, a page answers our question, and (2) a page has written. */
const SYNC_ASKS = 0
const SYNC_REPLY = 1

async function storyNamed(db: Db, documentName: string): Promise<StoryRow | null> {
  const storyId = storyOfDocument(documentName)
  return storyId === null ? null : await findStoryRow(db, storyId)
}

function accessTo(story: StoryRow | null, actor: Actor) {
  if (!story || !can(actor, 'story.read', story)) return { mayRead: false, mayWrite: false }
  return { mayRead: true, mayWrite: can(actor, 'story.write', story) && story.deletedAt === null }
}

function storyIdOf(documentName: string): string {
  const storyId = storyOfDocument(documentName)
  if (storyId === null) throw new Error('A document was opened under a name that no story has')
  return storyId
}

/** An expected no: the socket server prints the message of an error, and tells the page its `reason`. */
function quietly(reason: string): Error {
  return Object.assign(new Error(''), { reason })
}

/**
 * Tells the page why (`refused:…`) and lets it go: it connects again by itself, learns what it may still
 * do, and sends again what is not kept.
 */
function giveUp(connection: Connection<Context>, error: unknown): never {
  if (isRefusal(error)) connection.sendStateless(`refused:${error.reason}`)
  else log.warn('story.not-kept', {}, error)
  connection.context.guest.socket.close(closeCodes.again)
  throw error
}

async function sweepForEver(once: () => Promise<void>, closing: AbortSignal) {
  while (!closing.aborted) {
    await wait(SWEEP_MS, undefined, { signal: closing, ref: false }).catch(() => undefined)
    if (closing.aborted) return
    await once().catch((error: unknown) => log.warn('collab.sweep', {}, error))
  }
}

/** Lets go whoever is no longer signed in, and whoever may now do less or more than when they came. */
async function sweep(
  given: Parameters<typeof openCollab>[0],
  hocuspocus: Hocuspocus<Context>,
  guests: ReadonlySet<Guest>,
) {
  for (const guest of guests) {
    const actor = await given.findActor(guest.request)
    if (!actor) guest.socket.close(closeCodes.signedOut)
    else guest.actor = actor
  }
  for (const [name, document] of hocuspocus.documents) {
    const connections = document.getConnections()
    const story = connections.length > 0 ? await storyNamed(given.db, name) : null
    for (const connection of connections) {
      const { guest }: Context = connection.context
      const { mayRead, mayWrite } = accessTo(story, guest.actor)
      if (!mayRead || mayWrite === connection.readOnly) guest.socket.close(closeCodes.again)
    }
  }
}
