import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Outside } from '#lib/machine/outside.server.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A web server of somebody else on this machine; `asked` are the paths that were asked for. */
export async function elsewhere(answers: Record<string, Answer | string | Buffer>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/, '')
    asked.push(path)
    const answer = answers[path]
    if (typeof answer === 'function') answer(request, response)
    else response.writeHead(answer === undefined ? 404 : 200).end(answer ?? 'Nothing here')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  return { url: `http://127.0.0.1:${port}`, port, asked, answers, close }
}

/** The internet as these tests have it: this machine, on the port of the server above. */
export const onlyPort = (allowed: number): Outside => ({
  mayReach: (address, port) => address === '127.0.0.1' && port === allowed,
  addressesOf: async () => ['127.0.0.1'],
})
