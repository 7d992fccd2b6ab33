import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Outside } from '#lib/machine/outside.server.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** A web server of somebody else on this machine; `asked` are the paths that were asked for. */
export async function elsewhere(answers: Record<string, Answer | string | Buffer>) {
  const asked: string[] = []
  const { url, port, close } = await listenOnLoopback(async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '')
    asked.push(path)
    const answer = answers[path]
    if (typeof answer === 'function') await answer(request, response)
    else response.writeHead(answer === undefined ? 404 : 200).end(answer ?? 'Nothing here')
  })
  return { url, port, asked, answers, close }
}

/** The internet as these tests have it: this machine, on the port of the server above. */
export const onlyPort = (allowed: number): Outside => ({
  mayReach: (address, port) => address === '127.0.0.1' && port === allowed,
  addressesOf: async () => ['127.0.0.1'],
})
