import { type IncomingHttpHeaders, request as openRequest } from 'node:http'
import { connect } from 'node:net'

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string }
export type Ask = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
  /** Sends neither Origin nor cookie unless `headers` says so. */
  bare?: boolean
}
/** A browser without manners: it keeps cookies, follows nothing, and sends what it is told. */
export type Visitor = {
  jar: Map<string, string>
  origin: string
  ask: (path: string, ask?: Ask) => Promise<Reply>
  form: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Reply>
}

/** Node's own client sends headers as given (Host and Origin included), which fetch does not. */
export function visitorOf(port: number, site: URL): Visitor {
  const jar = new Map<string, string>()
  const ask: Visitor['ask'] = async (path, { method = 'GET', headers = {}, body, bare = false } = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = bare
      ? {}
      : {
          ...(cookie ? { cookie } : {}),
          ...(method === 'GET' || method === 'HEAD' ? {} : { origin: site.origin }),
        }
    const reply = await send(port, path, method, { host: site.host, ...own, ...headers }, body)
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  const form: Visitor['form'] = (path, fields, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  return { jar, origin: site.origin, ask, form }
}

function send(port: number, path: string, method: string, headers: Ask['headers'], body: Ask['body']) {
  return new Promise<Reply>((resolve, reject) => {
    const request = openRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.setTimeout(20_000, () => request.destroy(new Error(`${method} ${path} is not answered`)))
    request.end(body)
  })
}

/** Writes raw bytes and gives back whatever the server says until it closes or `ms` have passed. */
export function wire(port: number, text: string | Uint8Array, ms = 5000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.setEncoding('latin1').on('data', (part) => {
      said += part
    })
    // A reset is an answer too: what was said before counts.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
    setTimeout(() => socket.destroy(), ms)
  })
}

/** Signs in with a link's token, as the page's form does. */
export async function signIn(visitor: Visitor, token: string): Promise<Reply> {
  const reply = await tryKey(visitor, { token })
  if (![...visitor.jar.keys()].some((name) => name.endsWith('bobine.session')))
    throw new Error(`Not signed in: ${reply.status} ${reply.text.slice(0, 300)}`)
  return reply
}

export async function tryKey(visitor: Visitor, key: Record<string, string>): Promise<Reply> {
  const { csrfToken } = JSON.parse((await visitor.ask('/api/auth/csrf')).text)
  return await visitor.form('/api/auth/callback/key', { csrfToken, callbackUrl: '/bienvenue', ...key })
}
