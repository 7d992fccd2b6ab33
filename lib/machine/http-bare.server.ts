import type { IncomingMessage, ServerResponse } from 'node:http'

const unreadable =
  'Cette demande n’a pas pu être lue. Revenez en arrière, rechargez la page, puis réessayez. Rien n’est perdu.'
const ours = 'Quelque chose n’a pas marché de notre côté. Rien n’est perdu : réessayez.'

/**
 * Next answers a form that it cannot read with a bare "Internal Server Error": the sender's fault told as
 * ours, in English. A form sent without our script becomes a 400; any other bare failure keeps its 500.
 * Both say what to do. What happened stands in the log, as Next writes it.
 */
export function explainBareFailure(request: IncomingMessage, response: ServerResponse) {
  const { writeHead, end } = response
  let sentence: Buffer | null = null
  const isForm = request.method === 'POST' && request.headers['next-action'] === undefined
  const isBare = () =>
    !response.headersSent &&
    response.statusCode === 500 &&
    String(response.getHeader('content-type')).startsWith('text/plain')
  response.writeHead = (...given: unknown[]) => {
    if (!isBare()) return Reflect.apply(writeHead, response, given)
    sentence = Buffer.from(`${isForm ? unreadable : ours}\n`)
    response.removeHeader('etag')
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.setHeader('Content-Length', sentence.length)
    return Reflect.apply(writeHead, response, [isForm ? 400 : 500])
  }
  response.end = (...given: unknown[]) => {
    if (isBare()) response.writeHead(response.statusCode)
    return Reflect.apply(end, response, sentence ? [sentence] : given)
  }
}
