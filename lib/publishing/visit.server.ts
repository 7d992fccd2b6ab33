import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { findRoute, type RoutePlace } from '#lib/machine/http-guard.ts'

type Route = RoutePlace & {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>
}
export type Visited = { status: number; type: string; length: number; body: Buffer; range: string }
/** Asks for a path as an app does; `range` as in the header, such as `bytes=0-1`. */
export type Visit = (path: string, how?: { method?: 'GET' | 'HEAD'; range?: string }) => Promise<Visited>

/** Opens routes to ourselves alone, on loopback, for as long as `work` asks them: over real HTTP, as an app would. */
export async function visiting<T>(routes: readonly Route[], work: (visit: Visit) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    const route = findRoute(routes, (request.url ?? '').replace(/\?.*$/, ''))
    if (!route) return response.writeHead(404).end()
    // What fails is an answer that apps would get too: the check tells it.
    route.answer(request, response).catch(() => response.writableEnded || response.destroy())
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  try {
    return await work((path, how) => ask(origin + path, how))
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

const nothing: Visited = { status: 0, type: '', length: 0, body: Buffer.alloc(0), range: '' }

async function ask(address: string, { method = 'GET', range }: Parameters<Visit>[1] = {}): Promise<Visited> {
  const headers = { 'Accept-Encoding': 'identity', ...(range ? { Range: range } : {}) }
  try {
    const answer = await fetch(address, { method, headers })
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      length: Number(answer.headers.get('content-length') ?? 0),
      range: answer.headers.get('content-range') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    }
  } catch (error) {
    // The connection was cut in the middle of an answer.
    if (error instanceof TypeError) return nothing
    throw error
  }
}
