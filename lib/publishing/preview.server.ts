import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import type { Show } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { sendFile, sendSentence } from '#lib/machine/http.server.ts'
import { requestPath } from '#lib/machine/http-guard.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { cutEpisodeLink, makeEpisodeLink, readEpisodeLinks } from '#lib/people/episode-link.server.ts'
import { permit } from '#lib/people/permit.ts'
import { findTokenActor } from '#lib/people/token.server.ts'
import { type Draft, readDraft } from './draft.server.ts'
import { frozenWords } from './press.server.ts'
import type { Publication } from './publication.ts'

/** Where the sound of a preview is, before its token. */
export const previewApi = '/api/apercu/'

/** An episode as it would be published now; `episode` is null while its sound is not made. */
export type Preview = { show: Show; title: string; episode: Publication | null }

/** The episode behind a secret address; null when it opens nothing, or nothing any more. */
export async function readPreview(db: Db, token: string): Promise<Preview | null> {
  const draft = await findDraft(db, token)
  if (!draft) return null
  const { show, episode, master } = draft
  const now = new Date()
  const files = { chaptersFile: '', vttFile: null, srtFile: null, cardFile: '', notesHtml: null }
  return {
    show,
    title: episode.title,
    episode: master && {
      ...{ episodeId: episode.id, slug: episode.slug, guid: episode.guid, sizeBytes: master.sizeBytes },
      ...{ ...frozenWords(draft, master), ...files, publishedAt: now, changedAt: now },
    },
  }
}

/** Makes a secret address of an episode's page as it will be; it is shown this once, and opens for thirty days. */
export async function makePreviewLink(db: Db, actor: Actor, episodeId: string): Promise<string> {
  permit(actor, 'episode.publish', null)
  return await makeEpisodeLink(db, actor, 'preview', episodeId)
}

/** The secret addresses that an episode has, the latest first, with who made them. */
export async function readPreviewLinks(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'episode.publish', null)
  return await readEpisodeLinks(db, 'preview', episodeId)
}

/** Cuts a secret address, whoever made it. Refuses `not-found`. */
export async function cutPreviewLink(db: Db, actor: Actor, linkId: string) {
  permit(actor, 'episode.publish', null)
  await db.transaction(async (tx) => {
    await cutEpisodeLink(tx, actor, 'preview', linkId)
  })
}

const soundAddress = /^\/api\/apercu\/([\w-]{20,80})\/([0-9a-f-]{36})\.mp3$/

/** Serves the sound of a preview to whoever has its address, as long as that is the sound which would go out. */
export async function servePreviewSound(
  request: IncomingMessage,
  response: ServerResponse,
  { db, files }: { db: Db; files: FileStore },
) {
  const [, token = '', masterId] = soundAddress.exec(requestPath(request.url)?.path ?? '') ?? []
  const master = token ? (await findDraft(db, token))?.master : null
  if (!master || master.id !== masterId)
    return sendSentence(request, response, 404, 'Ce lien ne marche plus. Demandez-en un autre.')
  response.setHeader('X-Robots-Tag', 'noindex')
  return await sendFile(request, response, {
    path: files.path(master.file),
    size: master.sizeBytes,
    type: 'audio/mpeg',
    etag: master.sha256,
    lastModified: (master.finishedAt ?? master.createdAt).getTime(),
    cacheControl: 'private, no-store',
  })
}

async function findDraft(db: Db, token: string): Promise<Draft | null> {
  const found = await findTokenActor(db, token, 'preview')
  if (!found?.episodeId || !can(found.actor, 'episode.publish', null)) return null
  return await readDraft(db, found.episodeId)
}
