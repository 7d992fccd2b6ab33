import { and, desc, eq, getTableColumns, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, publications, publicFiles } from '#lib/db/schema.ts'
import type { Publication, PublicationCard } from './publication.ts'

const { transcript, stories, ...frozen } = getTableColumns(publications)
const card = { ...frozen, slug: episodes.slug, guid: episodes.guid, sizeBytes: publicFiles.sizeBytes }

/** Everything published, the newest first; without the texts, which only the episode's page needs. */
export async function findPublications(db: Db, limit = 10_000): Promise<PublicationCard[]> {
  return await selectCards(db, undefined, limit)
}

/** As `findPublications`, those in which a story of a rubric is heard. */
export async function findPublicationsIn(
  db: Db,
  rubric: { slug: string; name: string },
): Promise<PublicationCard[]> {
  const hears = (story: object) => sql`${publications.stories} @> ${JSON.stringify([story])}::jsonb`
  // By name, what was published before the rubric itself was kept.
  return await selectCards(db, or(hears({ rubricSlug: rubric.slug }), hears({ rubric: rubric.name })), 10_000)
}

async function selectCards(db: Db, where: SQL | undefined, limit: number): Promise<PublicationCard[]> {
  return await db
    .select(card)
    .from(publications)
    .innerJoin(episodes, eq(episodes.id, publications.episodeId))
    .innerJoin(publicFiles, eq(publicFiles.id, publications.masterId))
    .where(where)
    .orderBy(desc(publications.publishedAt), desc(publications.episodeId))
    .limit(limit)
}

/** The published episode of an address, with its texts; null when there is none, or no more. */
export async function findPublication(
  db: Db,
  by: { slug: string } | { episodeId: string },
): Promise<Publication | null> {
  const [found] = await db
    .select({ ...card, transcript, stories })
    .from(publications)
    .innerJoin(episodes, eq(episodes.id, publications.episodeId))
    .innerJoin(publicFiles, eq(publicFiles.id, publications.masterId))
    .where(and('slug' in by ? eq(episodes.slug, by.slug) : eq(episodes.id, by.episodeId)))
  return found ?? null
}
