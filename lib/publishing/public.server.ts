import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { publicFiles } from '#lib/db/schema.ts'
import { findStat } from '#lib/machine/files.server.ts'
import { type Sent, sendBytes, sendFile } from '#lib/machine/http.server.ts'
import { type RoutePlace, requestPath } from '#lib/machine/http-guard.ts'
import { feedPath, parsePicturePath, parsePublicPath, publicKinds } from './addresses.ts'
import { answerFeed } from './answer-feed.server.ts'
import { notHere } from './not-here.server.ts'
import type { PublicHouse } from './press.server.ts'

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

/** What apps and browsers fetch beside the pages: feeds, sounds, chapters, transcripts, pictures. */
export function publicRoutes(site: PublicSite): (RoutePlace & { answer: Answer })[] {
  const file: Answer = (request, response) => answerFile(site, request, response)
  const feed = answerFeed(site)
  return [
    { at: feedPath, answer: feed },
    { at: '/rubriques/', ending: '/feed.xml', answer: feed },
    { at: '/audio/', answer: file },
    { at: '/chapitres/', answer: file },
    { at: '/transcription/', answer: file },
    { at: '/couverture/', answer: (request, response) => answerPicture(site, request, response) },
  ]
}

async function answerFile(site: PublicSite, request: IncomingMessage, response: ServerResponse) {
  const asked = parsePublicPath(requestPath(request.url)?.path ?? '')
  const [row] = asked ? await site.db.select().from(publicFiles).where(eq(publicFiles.id, asked.id)) : []
  if (!asked || row?.type !== asked.kind.type) return notHere(request, response)
  if (row.retiredAt && Date.now() - row.retiredAt.getTime() > RETIRED_DAYS * DAY_MS) {
    return notHere(request, response, 'Ce fichier a été remplacé. Reprenez l’adresse dans le flux.', 410)
  }
  const path = site.files.path(row.file)
  if (!(await findStat(path)))
    return notHere(
      request,
      response,
      'Ce fichier manque chez nous pour le moment. Revenez un peu plus tard.',
      503,
    )
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
  const found = path && (await findStat(path))
  if (!key || !path || !found) return notHere(request, response)
  return await sendFile(request, response, {
    ...{ path, size: found.size, etag: key, lastModified: found.mtimeMs },
    type: 'image/jpeg',
    cacheControl: forEver,
    cors: true,
  })
}
