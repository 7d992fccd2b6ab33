import type { IncomingMessage, ServerResponse } from 'node:http'
import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audiograms } from '#lib/db/schema.ts'
import { drawSocialCard, drawSquareCard } from '#lib/machine/cover.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendBytes, sendFile } from '#lib/machine/http.server.ts'
import { answerOrAbsent } from '#lib/machine/http-private.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { printPoster } from './print-poster.server.ts'
import { readShareKit, type ShareKit } from './share-kit.server.ts'
import { fileName, onAirLine } from './share-words.ts'

type Place = {
  db: Db
  files: FileStore
  baseUrl: string
  findActor: (request: IncomingMessage) => Promise<Actor | null>
}

const address = /^\/partage\/([0-9a-f-]{36})\/(image\.jpg|carre\.jpg|affiche\.pdf|film-([0-9a-f-]{36})\.mp4)$/

/** Answers `/partage/<episode>/…` to the coordination: pictures, the poster, films. */
export async function serveShare(request: IncomingMessage, response: ServerResponse, place: Place) {
  const [, episodeId = '', what = '', filmId] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const absent = 'Ce fichier n’existe pas, ou il n’est pas ouvert pour vous.'
  return await answerOrAbsent(request, response, absent, async () => {
    const actor = episodeId ? await place.findActor(request) : null
    const kit = actor && (await readShareKit(place.db, actor, episodeId, place.baseUrl))
    if (!kit) throw new Refusal('not-found')
    const name = (ending: string) => fileName(kit.publication.title, ending)
    if (filmId) {
      const film = await findFilm(place, kit.publication.masterId, filmId)
      return await sendFile(request, response, { ...film, downloadName: name('mp4') })
    }
    const [ending = ''] = what.match(/[a-z]+$/) ?? []
    return await sendBytes(request, response, {
      ...{ body: await makePaper(kit, what), type: ending === 'pdf' ? 'application/pdf' : 'image/jpeg' },
      ...{ lastModified: kit.publication.changedAt.getTime(), cacheControl: 'private, no-store' },
      downloadName: name(what === 'carre.jpg' ? 'carre.jpg' : ending),
    })
  })
}

async function makePaper({ show, publication, url }: ShareKit, what: string): Promise<Buffer> {
  const { title, summary } = publication
  const card = { title, subtitle: show.name }
  if (what === 'image.jpg') return await drawSocialCard(card)
  if (what === 'carre.jpg') return await drawSquareCard(card)
  const { name: showName, language } = show
  return await printPoster({ title, showName, summary, onAir: onAirLine(show), url, language })
}

/** A film of what is published now: one of a sound that was replaced or withdrawn is not given out any more. */
async function findFilm({ db, files }: Place, masterId: string, id: string) {
  const [film] = await db
    .select()
    .from(audiograms)
    .where(and(eq(audiograms.id, id), eq(audiograms.masterId, masterId)))
  if (!film?.file || film.sizeBytes === null) throw new Refusal('not-found')
  return {
    ...{ path: files.path(film.file), size: film.sizeBytes, etag: film.id, type: 'video/mp4' },
    ...{ lastModified: film.createdAt.getTime(), cacheControl: 'private, no-store' },
  }
}
