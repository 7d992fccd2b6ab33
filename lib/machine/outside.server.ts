import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'
import { Refusal } from './refusal.ts'

/** Which machines may be reached, and how a name becomes addresses. Only tests have another. */
export type Outside = {
  mayReach: (address: string, port: number) => boolean
  addressesOf: (host: string) => Promise<string[]>
}

const ports = new Set([80, 443, 8080, 8443])

/** The public internet, on the web's ports. */
export const theOutside: Outside = {
  mayReach: (address, port) => ports.has(port) && isPublicAddress(address),
  addressesOf: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
}

type Question = {
  outside: Outside
  signal: AbortSignal
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For the silence between two pieces of the answer, or before the first. */
  idleMs: number
}

/**
 * Asks another machine, and answers as soon as it begins to. Its name is looked up once, all its addresses must be allowed,
 * and the connection goes to one of those very addresses, so that a name cannot change its mind in between. Redirects
 * are the caller's. Refuses `fetch.unknown-host`, `fetch.private` and `fetch.too-slow`; a network that fails throws its own.
 */
export async function askOutside(url: URL, question: Question): Promise<IncomingMessage> {
  const { addresses, mayReach } = await lookOutside(url, question.outside)
  const [pinned] = addresses
  if (pinned === undefined) throw new Refusal('fetch.unknown-host')
  if (!mayReach) throw new Refusal('fetch.private')
  const { signal, method = 'GET', headers = {}, body } = question
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return await new Promise<IncomingMessage>((done, fail) => {
    const asked = request(url, {
      ...{ signal, method, headers, agent: false },
      lookup: (_host, options, found) => {
        const family = isIP(pinned)
        if (options.all) found(null, [{ address: pinned, family }])
        else found(null, pinned, family)
      },
    })
    let answer: IncomingMessage | null = null
    // Once it answers, the answer is what ends: it would hide the reason of the question's end.
    asked.setTimeout(question.idleMs, () => (answer ?? asked).destroy(new Refusal('fetch.too-slow')))
    asked.on('response', (begun) => {
      answer = begun
      done(begun)
    })
    asked.on('error', fail).end(body)
  })
}

async function lookOutside(url: URL, outside: Outside) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const addresses = isIP(host) ? [host] : await outside.addressesOf(host)
  return { addresses, mayReach: addresses.every((one) => outside.mayReach(one, port)) }
}
