import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { sendSentence } from '#lib/machine/http.server.ts'
import { explainBareFailure } from '#lib/machine/http-bare.server.ts'
import { compressPage } from '#lib/machine/http-compress-page.server.ts'
import {
  allowedMethods,
  clientAddress,
  findRoute,
  isFromOurPages,
  isKnownMethod,
  plainPath,
  type RoutePlace,
  requestPath,
} from '#lib/machine/http-guard.ts'
import { securityHeaders } from '#lib/machine/http-headers.ts'
import { log } from '#lib/machine/log.server.ts'
import { knock } from '#lib/people/door.server.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>
/** What answers beside the pages. */
export type Route = RoutePlace & { answer: Answer }
export type Gate = {
  db: Db
  baseUrl: string
  trustProxy: boolean
  dev: boolean
  routes: readonly Route[]
  pages: Answer
}

/** All that next-auth lets a stranger send. */
const SIGN_IN = /^\/api\/auth(\/|$)/
const SIGN_IN_TRIES = 20
/** Where members work: the recorder may be reached there without a new document, so the microphone is allowed. */
const MEMBER_PAGES =
  /^\/(sujets|ma-bobine|regie|bienvenue|comite|reglages|mon-carnet|envois|recu|aide|relectures|sons)(\/|$)/
/** The player that other sites may show in a frame. */
const EMBED = /^\/emissions\/[^/]+\/lecteur$/

/**
 * What every request passes first: method, readable path, our own origin for anything that changes
 * something, tries at the door; then our routes, then the pages with their security headers.
 */
export function openGate(gate: Gate): RequestListener {
  return (request, response) => {
    pass(gate, request, response).catch((error: unknown) => {
      log.error('request.failed', error, { method: request.method ?? '', path: pathOf(request) })
      if (!response.headersSent)
        sendSentence(
          request,
          response,
          500,
          'Quelque chose n’a pas marché de notre côté. Rien n’est perdu : réessayez.',
        )
      else response.destroy()
    })
  }
}

async function pass(gate: Gate, request: IncomingMessage, response: ServerResponse) {
  if (!isKnownMethod(request.method))
    return sendSentence(request, response, 405, 'Méthode inconnue.', { Allow: allowedMethods })
  const target = requestPath(request.url)
  if (!target) return sendSentence(request, response, 400, 'Cette adresse est mal écrite.')
  if (!isFromOurPages(request.method, request.headers, new URL(gate.baseUrl).origin)) {
    return sendSentence(
      request,
      response,
      403,
      `Cette demande ne vient pas de nos pages. Ouvrez ${gate.baseUrl}`,
    )
  }
  const address = clientAddress(request.socket.remoteAddress, request.headers, gate.trustProxy)
  if (
    request.method === 'POST' &&
    SIGN_IN.test(plainPath(target.segments)) &&
    !(await knock(gate.db, `ip:${address}`, SIGN_IN_TRIES))
  ) {
    const wait = 'Trop d’essais. Attendez un quart d’heure, puis recommencez.'
    return sendSentence(request, response, 429, wait, { 'Retry-After': '900' })
  }
  const route = findRoute(gate.routes, target.path)
  if (route) return await route.answer(request, response)
  trustOnlyOurHeaders(gate, request, address)
  dress(gate, request, response, target.path)
  compressPage(request, response)
  explainBareFailure(request, response)
  return await gate.pages(request, response)
}

/** A page and its forms compare hosts: what they see is the configured address, whatever the client wrote. */
function trustOnlyOurHeaders({ baseUrl }: Gate, request: IncomingMessage, address: string) {
  const own = new URL(baseUrl)
  delete request.headers['x-forwarded-host']
  request.headers.host = own.host
  request.headers['x-forwarded-proto'] = own.protocol.slice(0, -1)
  request.headers['x-forwarded-for'] = address
}

function dress(gate: Gate, request: IncomingMessage, response: ServerResponse, path: string) {
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders({
    nonce,
    dev: gate.dev,
    https: gate.baseUrl.startsWith('https:'),
    microphone: MEMBER_PAGES.test(path),
    embed: EMBED.test(path),
  })
  // Next reads the nonce of its own scripts from the policy on the request.
  request.headers['content-security-policy'] = headers['Content-Security-Policy']
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** The path for the log, without the token of a card, a link or a calendar. */
const pathOf = (request: IncomingMessage) =>
  (requestPath(request.url)?.path ?? '').replace(
    /^((?:\/api)?\/(?:direct|apercu)\/|\/(?:c|calendrier)\/).+/,
    '$1…',
  )
