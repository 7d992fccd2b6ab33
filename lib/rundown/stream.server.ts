import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { log } from '#lib/machine/log.server.ts'
import type { Told } from './change.server.ts'
import { readEpisodeFacts } from './facts.server.ts'
import type { FeedNews, RundownFeed } from './feed.server.ts'
import { readMissed } from './history.server.ts'

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 15_000
/** Whoever lost the right to look is shown out within this time. */
const RECHECK_MS = 60_000
/** A screen that has fallen asleep with its connection open is let go: it catches up when it wakes. */
const MOST_WAITING_BYTES = 4_000_000

type Stream = {
  db: Db
  feed: RundownFeed
  episodeId: string
  /** The version that the screen holds; null when it holds none of ours. */
  since: number | null
  mayStill: () => Promise<boolean>
  recheckMs?: number
}

/**
 * Streams an episode's rundown as server-sent events: `change` with each version in order and none left out,
 * `facts` for what its stories and sounds say of themselves, all of it first, `here` for who is on which line, `air`
 * for what is on air, `reset` when the screen must fetch the whole.
 */
export function streamRundown(
  request: IncomingMessage,
  response: ServerResponse,
  { db, feed, episodeId, since, mayStill, recheckMs = RECHECK_MS }: Stream,
) {
  let version = since ?? -1
  let isOpen = true
  let queue: Promise<unknown> = Promise.resolve()
  const send = (event: string, data: unknown, id?: number) => {
    if (!isOpen) return
    response.write(
      `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    )
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy()
  }
  const tell = (told: Told) => {
    if (told.version <= version) return
    version = told.version
    send('change', told, version)
  }
  const catchUp = async () => {
    const missed = version < 0 ? null : await readMissed(db, episodeId, version)
    if (missed) return missed.forEach(tell)
    // From here on it follows what the screen will have fetched: nothing of it is told twice.
    send('reset', {})
    version = Number.POSITIVE_INFINITY
  }
  // Facts have no versions: where some may have been missed, all are told.
  const tellFacts = async () => send('facts', await readEpisodeFacts(db, episodeId))
  const hear = (news: FeedNews) => {
    if ('lost' in news) send('air', { missed: true })
    if ('lost' in news) inLine(tellFacts)
    if ('lost' in news || 'version' in news) inLine(catchUp)
    else if ('facts' in news) inLine(async () => send('facts', news.facts))
    else if ('here' in news) send('here', news.here)
    else if ('air' in news) send('air', news.air)
    else
      inLine(async () =>
        news.told.version === version + 1
          ? tell(news.told)
          : news.told.version > version && (await catchUp()),
      )
  }
  const inLine = (work: () => Promise<unknown>) => {
    queue = queue
      .then(() => (isOpen ? work() : undefined))
      .catch((error: unknown) => {
        log.warn('rundown-stream.failed', { episodeId }, error)
        response.end()
      })
  }
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  const unfollow = feed.follow(episodeId, hear)
  send('hello', { now: Date.now(), here: feed.here(episodeId) })
  inLine(catchUp)
  inLine(tellFacts)
  const heart = setInterval(() => send('beat', { now: Date.now() }), HEARTBEAT_MS)
  const check = setInterval(() => inLine(async () => (await mayStill()) || response.end()), recheckMs)
  response.on('close', () => {
    isOpen = false
    clearInterval(heart)
    clearInterval(check)
    unfollow()
  })
  request.socket.setNoDelay(true)
}
