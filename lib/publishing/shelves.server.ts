import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, publications } from '#lib/db/schema.ts'
import { readLists } from '#lib/episode/show.server.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import type { PublicationCard } from './publication.ts'
import { findPublications } from './publication-rows.server.ts'
import { type Shelf, type ShelfKind, shelvesOf } from './shelves.ts'

/** An episode with what of it belongs to a shelf, each from the moment at which its chapter begins. */
export type ShelvedEpisode = PublicationCard & { heard: { title: string; startMs: Milliseconds }[] }

/** All rubrics, themes and houses in the order of the settings, with how many episodes speak of each. */
export async function readShelves(db: Db): Promise<(Shelf & { count: number })[]> {
  const shelves = shelvesOf(await readLists(db))
  const counts = await Promise.all(
    shelves.map((shelf) => db.$count(publications, sql`${heardOn(shelf)} is not null`)),
  )
  return shelves.map((shelf, at) => ({ ...shelf, count: counts[at] ?? 0 }))
}

/** The shelf of an address; null when there is none, or no more. */
export async function findShelf(db: Db, kind: ShelfKind, slug: string): Promise<Shelf | null> {
  return shelvesOf(await readLists(db)).find((shelf) => shelf.kind === kind && shelf.slug === slug) ?? null
}

/** The episodes in which something of a shelf is heard, the newest first. */
export async function findShelved(db: Db, shelf: Shelf): Promise<ShelvedEpisode[]> {
  const heard = await db
    .select({ episodeId: publications.episodeId, heard: heardOn(shelf) })
    .from(publications)
    .innerJoin(episodes, eq(episodes.id, publications.episodeId))
    .where(sql`${heardOn(shelf)} is not null`)
    .orderBy(desc(publications.publishedAt))
  if (heard.length === 0) return []
  const byEpisode = new Map(heard.map((row) => [row.episodeId, row.heard ?? []]))
  const all = await findPublications(db)
  return all.flatMap((episode) => {
    const own = byEpisode.get(episode.episodeId)
    return own ? [{ ...episode, heard: own }] : []
  })
}

function heardOn(shelf: Shelf): SQL<ShelvedEpisode['heard'] | null> {
  return sql`(
    select jsonb_agg(jsonb_build_object('title', story->'title', 'startMs', story->'startMs') order by place)
    from jsonb_array_elements(${publications.stories}) with ordinality as told(story, place)
    where ${belongs(shelf)})`
}

/** Whether a published story is on a shelf. Before addresses were kept, a rubric was only a name. */
function belongs({ kind, id, slug, name }: Shelf): SQL {
  if (kind === 'house') return sql`story->>'houseId' = ${id}`
  if (kind === 'theme') return sql`story->'themes' @> ${JSON.stringify([{ slug }])}::jsonb`
  return sql`(story->>'rubricSlug' = ${slug} or (story->>'rubricSlug' is null and story->>'rubric' = ${name}))`
}
