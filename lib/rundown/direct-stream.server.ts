import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { sendJson } from '#lib/machine/http-json.server.ts'
import { log } from '#lib/machine/log.server.ts'
import { type DirectShow, readDirect } from './direct.server.ts'
import type { RundownFeed } from './feed.server.ts'

export const directApi = '/api/direct/'

/** Anybody may hold these open: beyond this many, the next waits for one to close. */
const MOST_STREAMS = 200
/** Proxies close what is silent for a minute; whose address was cut is shown out within this time. */
const BEAT_MS = 15_000

/** Answers `/api/direct/:token/events` (`?repetition` for the rehearsal): the show as it runs, whole at each change, as server-sent events. */
export function openDirect({ db, feed }: { db: Db; feed: RundownFeed }) {
  let open = 0
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://internal')
    const [token = '', what, ...more] = pathname.slice(directApi.length).split('/')
    const isStream = request.method === 'GET' && what === 'events' && more.length === 0
    const read = () => readDirect(db, token, searchParams.has('repetition'))
    const show = isStream ? await read() : null
    if (!show) return sendJson(response, 404, { error: 'not-found' })
    if (open >= MOST_STREAMS) return sendJson(response, 503, { error: 'full' }, { 'Retry-After': '30' })
    open++
    response.on('close', () => open--)
    stream(request, response, { feed, read, episodeId: show.episodeId })
  }
}

type Stream = { feed: RundownFeed; read: () => Promise<DirectShow | null>; episodeId: string }

function stream(request: IncomingMessage, response: ServerResponse, { feed, read, episodeId }: Stream) {
  let state: 'idle' | 'reading' | 'again' | 'closed' = 'idle'
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  /** However much is told at once, a screen gets it in as few pieces as it can take. */
  const tell = async () => {
    if (state !== 'idle') {
      if (state === 'reading') state = 'again'
      return
    }
    state = 'reading'
    const show = await read()
    if (isClosed()) return
    if (!show) {
      send('cut', {})
      return response.end()
    }
    send('show', show)
    const again = isAsked()
    state = 'idle'
    if (again) await tell()
  }
  // Functions, for `state` changes while `tell` waits.
  const isClosed = () => state === 'closed'
  const isAsked = () => state === 'again'
  const telling = () =>
    tell().catch((error: unknown) => {
      log.warn('direct.failed', { episodeId }, error)
      response.end()
    })
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    'X-Robots-Tag': 'noindex',
  })
  const unfollow = feed.follow(episodeId, (news) => 'here' in news || telling())
  void telling()
  const heart = setInterval(telling, BEAT_MS)
  response.on('close', () => {
    state = 'closed'
    clearInterval(heart)
    unfollow()
  })
  request.socket.setNoDelay(true)
}
