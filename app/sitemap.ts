import type { MetadataRoute } from 'next'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { episodePath } from '#lib/publishing/addresses.ts'
import { findMemberPages } from '#lib/publishing/member-page.server.ts'
import { memberPath } from '#lib/publishing/member-page.ts'
import { findPublications } from '#lib/publishing/publishing.server.ts'
import { readShelves } from '#lib/publishing/shelves.server.ts'
import { shelfPath } from '#lib/publishing/shelves.ts'

export const dynamic = 'force-dynamic'

/** They change with each episode. */
const lists = ['/', '/emissions', '/rubriques', '/les-maisons']
const texts = [
  '/s-abonner',
  '/participer',
  '/voix',
  '/mots-de-la-radio',
  '/accessibilite',
  '/methode',
  '/vos-donnees',
  '/mentions-legales',
]

/** The pages worth finding: episodes, what they are filed under, people who asked for it; with what date is known. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const db = theDb()
  const { baseUrl } = theSite()
  const [episodes, shelves, people] = await Promise.all([
    findPublications(db),
    readShelves(db),
    findMemberPages(db),
  ])
  const newest = episodes.reduce<Date | undefined>(
    (latest, { changedAt }) => (latest && latest > changedAt ? latest : changedAt),
    undefined,
  )
  const dated = (path: string, lastModified: Date | undefined) => ({
    url: baseUrl + path,
    ...(lastModified ? { lastModified } : {}),
  })
  return [
    ...lists.map((path) => dated(path, newest)),
    ...texts.map((path) => dated(path, undefined)),
    ...episodes.map(({ slug, changedAt }) => dated(episodePath(slug), changedAt)),
    ...shelves
      .filter(({ count }) => count > 0)
      .map(({ kind, slug }) => dated(shelfPath(kind, slug), undefined)),
    ...people.map(({ slug }) => dated(memberPath(slug), undefined)),
  ]
}
