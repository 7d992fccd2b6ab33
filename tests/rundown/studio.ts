import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import type { Address, Db } from '#lib/db/db.server.ts'
import { episodes, members, type Role, seasons, sessions, shows } from '#lib/db/schema.ts'
import { openGate } from '#lib/gate.server.ts'
import { readJson, sendJson } from '#lib/machine/http-json.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { actorOfCall, sessionCookie } from '#lib/people/cookie.server.ts'
import { episodeApi, serveEpisodeApi } from '#lib/rundown/api.server.ts'
import type { Told } from '#lib/rundown/change.server.ts'
import { openRundownFeed } from '#lib/rundown/feed.server.ts'
import { type AskedDeed, doOnAir } from '#lib/rundown/on-air.server.ts'
import type { Line } from '#lib/rundown/patch.ts'

const site = { baseUrl: 'http://localhost', secret: 'a secret that only tests and benches know' }

/** Where a process that is killed in the middle of it is asked to keep a deed: the verb, without the screens around it. */
const DEEDS = '/deeds/'

export type Studio = { url: string; close: () => Promise<void> }
type Options = { port?: number; recheckMs?: number }

/** A web process of the radio as far as rundowns go: the gate, the interface, and its own ear on the database. */
export async function openStudio(db: Db, address: Address, options: Options = {}): Promise<Studio> {
  const feed = await openRundownFeed(db, address)
  const findActor = (request: Parameters<typeof actorOfCall>[1]) => actorOfCall(db, request, site)
  const { recheckMs } = options
  const web = createServer(
    openGate({
      db,
      baseUrl: site.baseUrl,
      trustProxy: false,
      dev: false,
      routes: [
        {
          at: episodeApi,
          answer: (request, response) =>
            serveEpisodeApi(request, response, { db, feed, findActor, recheckMs }),
        },
        {
          at: DEEDS,
          answer: async (request, response) => {
            const actor = await findActor(request)
            const asked = (await readJson(request)) as AskedDeed
            const episodeId = (request.url ?? '').slice(DEEDS.length)
            if (!actor) return sendJson(response, 401, {})
            sendJson(response, 200, await doOnAir(db, actor, episodeId, asked))
          },
        },
      ],
      pages: async (_request, response) => response.writeHead(404).end(),
    }),
  )
  await new Promise<void>((resolve) => web.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = web.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      web.close()
      web.closeAllConnections()
      await feed.close()
    },
  }
}

/** What a browser sends of itself. */
export type Sender = Readonly<Record<string, string>>

/** A signed-in member with a device of theirs. */
export async function enrol(db: Db, name: string, role: Role): Promise<{ actor: Actor; cookie: Sender }> {
  const [member] = await db.insert(members).values({ name, role }).returning()
  const [session] = member
    ? await db.insert(sessions).values({ memberId: member.id, device: 'Firefox' }).returning()
    : []
  if (!member || !session) throw new Error('A member was not made')
  const token = await encode({ token: { sessionId: session.id }, secret: site.secret })
  return {
    actor: { memberId: member.id, name, role, houseId: null, sessionId: session.id },
    cookie: { Cookie: `${sessionCookie(site.baseUrl)}=${token}`, Origin: site.baseUrl },
  }
}

/** A show without a line. */
export async function emptyShow(db: Db): Promise<string> {
  if ((await db.$count(shows)) === 0)
    await db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  const number = (await db.$count(episodes)) + 1
  const [season] = await db
    .insert(seasons)
    .values({ name: `season ${number}`, number })
    .returning()
  const [episode] = season
    ? await db
        .insert(episodes)
        .values({
          seasonId: season.id,
          number,
          slug: `show-${number}`,
          airDate: '2026-11-27',
          airTime: '18:00',
          targetMs: 1_650_000,
        })
        .returning()
    : []
  if (!episode) throw new Error('An episode was not made')
  return episode.id
}

/** One request for an episode, as screens and tools send it; the answer with its JSON. */
export async function ask(
  studio: Pick<Studio, 'url'>,
  who: Sender,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Answered }> {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const headers = { 'Content-Type': 'application/json', ...who }
  const response = await fetch(`${studio.url}${episodeApi}${path}`, { method, headers, ...sent })
  return { status: response.status, body: (await response.json()) as Answered }
}

/** What the interface answers: which of it, the request says. */
export type Answered = Partial<{
  version: number
  told: Told | null
  result: string[] | null
  lines: Line[]
  now: number | Line
  error: string
  issues: { path: string }[]
  undo: number
}>
