import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenOnLoopback } from '#tests/machine/http-server.ts'

/** What a subscriber was brought. */
type Delivery = { body: string; type: string; link: string }

/**
 * A small WebSub hub as the W3C describes it: it verifies the intent of whoever subscribes, and once a publisher pings
 * it fetches the topic and brings it to them. `refuses` pings are answered with 503 first.
 */
export async function openHub({ refuses = 0 } = {}) {
  const subscribers: { topic: string; callback: string }[] = []
  const pings: string[] = []
  let left = refuses

  async function take(form: URLSearchParams): Promise<number> {
    const of = (name: string) => form.get(`hub.${name}`) ?? ''
    if (of('mode') === 'subscribe') return await subscribe(of('topic'), of('callback'))
    if (of('mode') !== 'publish') return 400
    if (left-- > 0) return 503
    pings.push(of('url'))
    await distribute(of('url'))
    return 204
  }

  /** §5.3: the callback must answer the challenge, else somebody else is meant to be bothered. */
  async function subscribe(topic: string, callback: string): Promise<number> {
    const challenge = randomBytes(8).toString('hex')
    const asked = new URL(callback)
    asked.search = new URLSearchParams({
      ...{ 'hub.mode': 'subscribe', 'hub.topic': topic },
      ...{ 'hub.challenge': challenge, 'hub.lease_seconds': '3600' },
    }).toString()
    const answer = await fetch(asked)
    if (!answer.ok || (await answer.text()) !== challenge) return 400
    subscribers.push({ topic, callback })
    return 202
  }

  /** §7: the topic's content, with its type and the two links. */
  async function distribute(topic: string) {
    const content = await fetch(topic)
    const body = await content.text()
    for (const { callback } of subscribers.filter((one) => one.topic === topic))
      await fetch(callback, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': content.headers.get('content-type') ?? '',
          Link: content.headers.get('link') ?? '',
        },
      })
  }

  const hub = await serve(async (request) => ({
    status: await take(new URLSearchParams(await text(request))),
    body: '',
  }))
  return { ...hub, pings }
}

/** An app that wants to be brought the feed. It only says yes to what it asked for. */
export async function openSubscriber(wanted: { topic: string }) {
  const deliveries: Delivery[] = []
  const app = await serve(async (request) => {
    if (request.method === 'POST') {
      const { 'content-type': type = '', link = '' } = request.headers
      deliveries.push({ body: await text(request), type, link: String(link) })
      return { status: 204, body: '' }
    }
    const asked = new URL(request.url ?? '', 'http://app').searchParams
    const isMine = asked.get('hub.topic') === wanted.topic
    return isMine ? { status: 200, body: asked.get('hub.challenge') ?? '' } : { status: 404, body: '' }
  })
  return { ...app, deliveries }
}

async function serve(answer: (request: IncomingMessage) => Promise<{ status: number; body: string }>) {
  const { url, close } = await listenOnLoopback(async (request, response) => {
    const { status, body } = await answer(request)
    response.writeHead(status).end(body)
  })
  return { url: `${url}/`, close }
}
