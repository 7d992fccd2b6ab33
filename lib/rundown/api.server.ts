import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { sqlState } from '#lib/db/db.server.ts'
import { episodes } from '#lib/db/schema.ts'
import { BadBody, readJson, sendJson } from '#lib/machine/http-json.server.ts'
import { sendPaper } from '#lib/machine/http-paper.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { airAnswers } from './air-api.server.ts'
import { notifyRundown, readLines } from './change.server.ts'
import { askShape, type Edit, hereShape } from './edit.ts'
import type { RundownFeed } from './feed.server.ts'
import { changeOnce, readHistory, readUndo, redoChange, returnTo, undoChange } from './history.server.ts'
import { findPaper } from './papers.server.ts'
import {
  addItems,
  binItems,
  duplicateItems,
  editItem,
  moveItems,
  readBin,
  readRundownState,
  restoreItem,
} from './rundown.server.ts'
import { readSources } from './sources.server.ts'
import { streamRundown } from './stream.server.ts'

type Api = {
  db: Db
  feed: RundownFeed
  findActor: (request: IncomingMessage) => Promise<Actor | null>
  /** How often an open stream asks whether its reader may still look; a minute unless said. */
  recheckMs?: number
}
type Call = Api & {
  request: IncomingMessage
  response: ServerResponse
  actor: Actor
  episodeId: string
  query: URLSearchParams
}
type Answerer = (call: Call) => Promise<unknown>

export const episodeApi = '/api/episodes/'

const answers: Record<string, Answerer> = {
  ...airAnswers,
  'GET rundown': async ({ db, actor, episodeId }) => ({
    ...(await readRundownState(db, actor, episodeId)),
    now: Date.now(),
  }),
  'PATCH rundown': async ({ db, actor, episodeId, request }) => {
    const { key, edit: wanted } = askShape.parse(await readJson(request))
    const work = (tx: Db) => edit(tx, actor, episodeId, wanted)
    permit(actor, 'rundown.edit', null)
    const { told, result } = await (key ? changeOnce(db, episodeId, key, work) : work(db))
    return { version: told?.version ?? null, told, result, now: Date.now() }
  },
  'GET rundown/history': async ({ db, actor, episodeId, query }) => {
    const before = z.coerce.number().int().positive().optional().catch(undefined)
    return await readHistory(db, actor, episodeId, { before: before.parse(query.get('before') ?? undefined) })
  },
  'GET rundown/sources': ({ db, actor, episodeId }) => readSources(db, actor, episodeId),
  'GET rundown/bin': ({ db, actor, episodeId }) => readBin(db, actor, episodeId),
  'GET rundown/undo': ({ db, actor, episodeId }) => readUndo(db, actor, episodeId),
  'GET clock': async () => ({ now: Date.now() }),
  'POST rundown/here': async ({ db, actor, episodeId, request }) => {
    permit(actor, 'rundown.read', null)
    const { tab, line, gone } = hereShape.parse(await readJson(request))
    const here = { tab, memberId: actor.memberId, name: actor.name, lineId: line, ...(gone ? { gone } : {}) }
    await notifyRundown(db, { episodeId, here })
    return {}
  },
}

/**
 * A show's rundown for screens and for a studio's own tools: read it, change it, follow it. Who asks is a signed-in
 * member, or one of their tokens. Refusals answer JSON: 404 for what is not there or not theirs, 403, 409 with the
 * line as it is now.
 */
export async function serveEpisodeApi(request: IncomingMessage, response: ServerResponse, api: Api) {
  const url = new URL(request.url ?? '', 'http://internal')
  const [episodeId = '', ...rest] = url.pathname.slice(episodeApi.length).split('/')
  const what = rest.join('/')
  const actor = await api.findActor(request)
  if (!actor) return sendJson(response, 401, { error: 'not-signed-in' })
  if (!z.uuid().safeParse(episodeId).success) return sendJson(response, 404, { error: 'not-found' })
  const call = { ...api, request, response, actor, episodeId, query: url.searchParams }
  try {
    permit(actor, 'rundown.read', null)
    if (what === 'rundown/events' && request.method === 'GET') return await follow(call)
    const makePaper = request.method === 'GET' ? findPaper(what) : undefined
    if (makePaper) return sendPaper(response, await makePaper(call))
    const answer = answers[`${request.method} ${what}`]
    if (!answer) return sendJson(response, 404, { error: 'not-found' })
    // What changes something asks for the episode itself, in its transaction.
    if (request.method === 'GET' || what === 'rundown/here') await versionOf(api.db, episodeId)
    sendJson(response, 200, await answer(call))
  } catch (error) {
    await refuse(error, call)
  }
}

async function edit(db: Db, actor: Actor, episodeId: string, wanted: Edit) {
  switch (wanted.do) {
    case 'add':
      return await addItems(db, actor, episodeId, wanted.lines, wanted.after)
    case 'set':
      return await editItem(db, actor, wanted.id, wanted.version, wanted.fields, episodeId)
    case 'move':
      return await moveItems(db, actor, episodeId, wanted.lines, wanted.after)
    case 'bin':
      return await binItems(db, actor, episodeId, wanted.ids)
    case 'restore':
      return await restoreItem(db, actor, wanted.id, episodeId)
    case 'duplicate':
      return await duplicateItems(db, actor, episodeId, wanted.ids)
    case 'undo':
      return await undoChange(db, actor, episodeId)
    case 'redo':
      return await redoChange(db, actor, episodeId)
    case 'return':
      return await returnTo(db, actor, episodeId, wanted.version)
  }
}

/** One person's open streams, and everybody's: beyond this many, the next waits for one to close. */
const mostStreams = { each: 20, all: 200 }
const openStreams: string[] = []

async function follow({ db, feed, findActor, recheckMs, ...call }: Call) {
  const { request, response, actor, episodeId, query } = call
  const version = await versionOf(db, episodeId)
  const own = openStreams.filter((memberId) => memberId === actor.memberId).length
  if (own >= mostStreams.each || openStreams.length >= mostStreams.all)
    return sendJson(response, 429, { error: 'too-many-streams' }, { 'Retry-After': '30' })
  openStreams.push(actor.memberId)
  response.on('close', () => openStreams.splice(openStreams.indexOf(actor.memberId), 1))
  const asked = request.headers['last-event-id'] ?? query.get('since')
  const mayStill = async () => {
    const now = await findActor(request)
    return now !== null && can(now, 'rundown.read', null)
  }
  const held = asked === null ? version : z.coerce.number().int().min(0).catch(version).parse(asked)
  // A version of before a backup was put back: what comes next would be taken for known.
  const since = held > version ? null : held
  streamRundown(request, response, { db, feed, episodeId, since, mayStill, recheckMs })
}

async function versionOf(db: Db, episodeId: string): Promise<number> {
  const [episode] = await db
    .select({ version: episodes.rundownVersion })
    .from(episodes)
    .where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  return episode.version
}

const statusOf: Record<string, number> = { 'not-found': 404, 'not-allowed': 403, 'rundown.gone': 410 }

async function refuse(error: unknown, { db, request, response, episodeId }: Call) {
  // What is left of the body is let go by, so that the connection can be used again.
  request.resume()
  if (error instanceof BadBody) return sendJson(response, error.status, { error: 'body' })
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return sendJson(response, 400, { error: 'shape', issues })
  }
  // A story or a sound that was removed meanwhile.
  if (sqlState(error) === '23503') return sendJson(response, 409, { error: 'choice.gone' })
  // The key of an edit of another rundown.
  if (sqlState(error) === '23505') return sendJson(response, 409, { error: 'key.used' })
  if (!isRefusal(error)) throw error
  const { reason, facts } = error
  const line =
    reason === 'rundown.stale'
      ? (await readLines(db, episodeId)).find(({ id }) => id === facts.itemId)
      : undefined
  sendJson(response, statusOf[reason] ?? 409, { error: reason, facts, ...(line ? { now: line } : {}) })
}
