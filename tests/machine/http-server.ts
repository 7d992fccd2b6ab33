import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'

export type Answer = { status: number; headers: Record<string, string>; body: Buffer; statusLine: string }

/** A real server on loopback, and a client that says exactly what it is told to. */
export async function listenOnLoopback(
  answer: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>,
) {
  const failures: unknown[] = []
  const server = createServer((req, res) => {
    answer(req, res).catch((error) => {
      failures.push(error)
      res.destroy()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    failures,
    ask: (head: string) => ask(port, head),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Sends raw request lines (without the last empty one) and reads until the server closes. */
function ask(port: number, head: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => {
      const lines = head
        .trim()
        .split('\n')
        .map((line) => line.trim())
      const close = lines[0]?.endsWith('HTTP/1.1') ? ['Host: localhost', 'Connection: close'] : []
      socket.write(`${[...lines, ...close].join('\r\n')}\r\n\r\n`)
    })
    socket.on('data', (piece) => received.push(piece))
    socket.on('error', reject)
    socket.on('close', () => resolve(readAnswer(Buffer.concat(received))))
  })
}

function readAnswer(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    statusLine,
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: bytes.subarray(end + 4),
  }
}
