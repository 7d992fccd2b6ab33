import { Agent, request } from 'node:http'

/** What many requests cost: each one's milliseconds from asking to the last byte, and all of them together. */
export type Load = { times: number[]; perSecond: number; bytes: number; status: number }

/** Asks `count` times for one address, over `connections` connections that stay open. */
export async function loadOf(
  url: string,
  headers: Record<string, string> = {},
  { count = 1000, connections = 10 } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let last = { bytes: 0, status: 0 }
  let left = count
  async function client() {
    while (left-- > 0) {
      const from = performance.now()
      last = await ask(url, headers, agent)
      times.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - from) / 1000
  agent.destroy()
  return { times, perSecond: count / seconds, ...last }
}

function ask(url: string, headers: Record<string, string>, agent: Agent) {
  return new Promise<{ bytes: number; status: number }>((resolve, reject) => {
    const asking = request(
      url,
      { agent, headers: { 'User-Agent': 'AntennaPod/3.4.0', ...headers } },
      (answer) => {
        let bytes = 0
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length
        })
        answer.on('error', reject)
        answer.on('end', () => resolve({ bytes, status: answer.statusCode ?? 0 }))
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}
