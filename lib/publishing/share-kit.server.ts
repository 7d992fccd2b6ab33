import type { Db } from '#lib/db/db.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { episodePath } from './addresses.ts'
import type { Publication } from './publication.ts'
import { findPublication } from './publication-rows.server.ts'
import { embedCode, shareTexts } from './share-words.ts'

export type ShareKit = {
  show: Show
  publication: Publication
  /** Of the episode's page, absolute. */
  url: string
  texts: ReturnType<typeof shareTexts>
  embed: string
}

/** What helps to make a published episode known. Null while it is not published. */
export async function readShareKit(
  db: Db,
  actor: Actor,
  episodeId: string,
  baseUrl: string,
): Promise<ShareKit | null> {
  permit(actor, 'episode.publish', null)
  const publication = await findPublication(db, { episodeId })
  if (!publication) return null
  const show = await readShow(db)
  const url = baseUrl + episodePath(publication.slug)
  const { title, summary, chapters, persons } = publication
  return {
    ...{ show, publication, url },
    texts: shareTexts({ title, summary, chapters, persons, showName: show.name, url }),
    embed: embedCode(url, title),
  }
}
