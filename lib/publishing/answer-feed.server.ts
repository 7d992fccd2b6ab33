import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { type Sent, sendBytes, sendSentence } from '#lib/machine/http.server.ts'
import { requestPath } from '#lib/machine/http-guard.ts'
import { feedPath, parseRubricFeedPath } from './addresses.ts'
import { notHere } from './not-here.server.ts'
import { feedCache, type RenderedFeed } from './public-feed.server.ts'

const caching = 'public, max-age=300, stale-while-revalidate=86400'

/** Answers the show's feed and those of its rubrics, and older pages of each with `?page=`. */
export function answerFeed(site: { db: Db; baseUrl: string; version: string }) {
  const readFeed = feedCache(site)
  return async (request: IncomingMessage, response: ServerResponse): Promise<Sent> => {
    const path = requestPath(request.url)?.path ?? ''
    const slug = path === feedPath ? undefined : parseRubricFeedPath(path)
    if (slug === null) return notHere(request, response)
    const feed = await readFeed(slug)
    if (!feed) return notHere(request, response, slug ? undefined : 'L’émission n’est pas encore ouverte.')
    return feed.move && Date.now() >= feed.move.at
      ? sendSentence(request, response, 301, `Le podcast a déménagé. Il est à ${feed.move.to}`, {
          Location: feed.move.to,
          'Access-Control-Allow-Origin': '*',
          'Cache-Control': caching,
        })
      : await sendPage(request, response, feed)
  }
}

async function sendPage(request: IncomingMessage, response: ServerResponse, feed: RenderedFeed) {
  const page = pageAsked(request.url ?? '')
  const body = feed.pages[page - 1]
  if (!body) return notHere(request, response, 'Cette page du flux n’existe pas.')
  // WebSub: whoever subscribes asks with these two, and a hub may read only them.
  const link = feed.hub && `<${feed.hub.hubUrl}>; rel="hub", <${feed.hub.feedUrl}>; rel="self"`
  return await sendBytes(request, response, {
    body,
    type: 'application/rss+xml; charset=utf-8',
    lastModified: feed.changedAt,
    cacheControl: caching,
    cors: true,
    compress: true,
    ...(link && page === 1 ? { headers: { Link: link } } : {}),
  })
}

/** The page that an address asks for, counted from 1; 0 for what is no page. Other questions are let be. */
function pageAsked(target: string): number {
  const asked = new URLSearchParams(/\?([^#]*)/.exec(target)?.[1] ?? '').get('page') ?? '1'
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0
}
