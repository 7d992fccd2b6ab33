import type { MetadataRoute } from 'next'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { episodePath } from '#lib/publishing/addresses.ts'
import { findPublications } from '#lib/publishing/publishing.server.ts'

export const dynamic = 'force-dynamic'

const pages = [
  '/',
  '/emissions',
  '/s-abonner',
  '/participer',
  '/mots-de-la-radio',
  '/accessibilite',
  '/methode',
]

/** The pages worth finding, published episodes among them. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { baseUrl } = theSite()
  const episodes = await findPublications(theDb())
  return [
    ...pages.map((path) => ({ url: baseUrl + path })),
    ...episodes.map(({ slug, changedAt }) => ({ url: baseUrl + episodePath(slug), lastModified: changedAt })),
  ]
}
