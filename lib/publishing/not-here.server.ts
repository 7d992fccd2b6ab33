import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Sent, sendSentence } from '#lib/machine/http.server.ts'

/** Says to apps of any site that nothing is at an address, or no more. */
export function notHere(
  request: IncomingMessage,
  response: ServerResponse,
  sentence = 'Rien n’est publié à cette adresse.',
  status = 404,
): Sent {
  return sendSentence(request, response, status, sentence, { 'Access-Control-Allow-Origin': '*' })
}
