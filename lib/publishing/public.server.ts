import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publicFiles } from '#lib/db/schema.ts'
import { type Sent, sendBytes, sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { requestPath } from '#lib/machine/http-guard.ts'
import { feedPath, parsePicturePath, parsePublicPath, publicKinds } from './addresses.ts'
import type { PublicHouse } from './press.server.ts'
import { feedCache } from './public-feed.server.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<Sent>
type PublicFile = typeof publicFiles.$inferSelect
export type PublicSite = PublicHouse & {
  db: Db
  version: string
  /** Looks at each request for sound; what it gives hears how the answer ended. */
  soundAsked?: (request: IncomingMessage, file: PublicFile) => (sent: Sent) => void
}

const DAY_MS = 86_400_000
/** How long a replaced file still answers: apps keep an old feed for weeks. */
const RETIRED_DAYS = 30
const forEver = 'public, max-age=31536000, immutable'
const feedCaching = 'public, max-age=300, stale-while-revalidate=86400'

/** What apps and browsers fetch beside the pages: the feed, sounds, chapters, transcripts, pictures. */
export function publicRoutes(site: PublicSite): { at: string; answer: Answer }[] {
  const file: Answer = (request, response) => answerFile(site, request, response)
  return [
    { at: feedPath, answer: answerFeed(site) },
    { at: '/audio/', answer: file },
    { at: '/chapitres/', answer: file },
    { at: '/transcription/', answer: file },
    { at: '/couverture/', answer: (request, response) => answerPicture(site, request, response) },
  ]
}

function answerFeed(site: PublicSite): Answer {
  const readFeed = feedCache(site)
  return async (request, response) => {
    const feed = await readFeed()
    if (!feed) return notHere(request, response, 'L’émission n’est pas encore ouverte.')
    return await sendBytes(request, response, {
      body: feed.bytes,
      type: 'application/rss+xml; charset=utf-8',
      lastModified: feed.changedAt,
      cacheControl: feedCaching,
      cors: true,
      compress: true,
    })
  }
}

async function answerFile(site: PublicSite, request: IncomingMessage, response: ServerResponse) {
  const asked = parsePublicPath(requestPath(request.url)?.path ?? '')
  const [row] = asked ? await site.db.select().from(publicFiles).where(eq(publicFiles.id, asked.id)) : []
  if (!asked || row?.type !== asked.kind.type) return notHere(request, response)
  if (row.retiredAt && Date.now() - row.retiredAt.getTime() > RETIRED_DAYS * DAY_MS) {
    return notHere(request, response, 'Ce fichier a été remplacé. Reprenez l’adresse dans le flux.', 410)
  }
  const path = site.files.path(row.file)
  const offer = {
    type: row.type,
    lastModified: row.firstPublishedAt.getTime(),
    cacheControl: forEver,
    cors: true,
  }
  if (asked.kind.shelf === publicKinds.audio.shelf) {
    const sound = { ...offer, path, size: row.sizeBytes, etag: row.sha256 }
    const hearEnd = site.soundAsked?.(request, row)
    const sent = await sendFile(request, response, sound)
    hearEnd?.(sent)
    return sent
  }
  return await sendBytes(request, response, { ...offer, body: await readFile(path), compress: true })
}

/** Pictures are named by what they show: an old address shows the old picture for ever. */
async function answerPicture({ files }: PublicSite, request: IncomingMessage, response: ServerResponse) {
  const key = parsePicturePath(requestPath(request.url)?.path ?? '')
  const path = key && files.path(key)
  const found =
    path &&
    (await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    }))
  if (!key || !path || !found) return notHere(request, response)
  return await sendFile(request, response, {
    ...{ path, size: found.size, etag: key, lastModified: found.mtimeMs },
    type: 'image/jpeg',
    cacheControl: forEver,
    cors: true,
  })
}

function notHere(
  request: IncomingMessage,
  response: ServerResponse,
  sentence = 'Rien n’est publié à cette adresse.',
  status = 404,
): Sent {
  return sendSentence(request, response, status, sentence, { 'Access-Control-Allow-Origin': '*' })
}
