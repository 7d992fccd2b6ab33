import type { IncomingMessage, ServerResponse } from 'node:http'
import { findRoute } from '#lib/machine/http-guard.ts'
import { publicRoutes } from '#lib/publishing/public.server.ts'

/** Answers what listeners' apps ask, at the route that the gate would choose. */
export function publicDoor(site: Parameters<typeof publicRoutes>[0]) {
  const routes = publicRoutes(site)
  return async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const route = findRoute(routes, (request.url ?? '').replace(/\?.*$/, ''))
    return await (route ? route.answer(request, response) : response.writeHead(404).end())
  }
}
