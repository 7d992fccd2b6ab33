import { and, desc, eq, isNotNull, isNull, like, ne, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, members, publications } from '#lib/db/schema.ts'
import { slugOf } from '#lib/episode/slug.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { byName } from '#lib/people/by-name.ts'
import type { Actor } from '#lib/people/can.ts'
import { isCredited, type MemberPage } from './member-page.ts'
import type { PublicationCard } from './publication.ts'
import { findPublications } from './publication-rows.server.ts'

/** What a member says of themselves to listeners, whether it is shown or not. */
export type OwnPage = { slug: string | null; name: string; words: string }

/** A member's own page, as they left it. */
export async function readOwnPage(db: Db, actor: Actor): Promise<OwnPage> {
  const { publicSlug: slug, publicName: name, publicWords: words } = members
  const [page] = await db.select({ slug, name, words }).from(members).where(eq(members.id, actor.memberId))
  if (!page) throw new Refusal('not-found')
  return page
}

/**
 * Shows a member's page to listeners or takes it away, at once. The address follows the name that is shown: an
 * earlier name must not live on in it. What was written stays for the day the page comes back.
 */
export async function keepOwnPage(
  db: Db,
  actor: Actor,
  { isShown, name, words }: { isShown: boolean; name: string; words: string },
) {
  const own = eq(members.id, actor.memberId)
  await db.transaction(async (tx) => {
    // Two people of the same name wait for each other.
    await tx.execute(sql`lock table ${members} in share row exclusive mode`)
    const slug = isShown ? await freeSlug(tx, actor.memberId, name || actor.name) : null
    const kept = { publicSlug: slug, publicName: name, publicWords: words }
    await tx.update(members).set(kept).where(own)
    const what = isShown ? 'page.shown' : 'page.hidden'
    await tx.insert(audit).values({ memberId: actor.memberId, what, object: actor.memberId })
  })
}

async function freeSlug(tx: Db, memberId: string, name: string): Promise<string> {
  const base = slugOf(name)
  const alike = or(eq(members.publicSlug, base), like(members.publicSlug, `${base}-%`))
  const rows = await tx
    .select({ slug: members.publicSlug })
    .from(members)
    .where(and(ne(members.id, memberId), alike))
  const taken = new Set(rows.map(({ slug }) => slug))
  let slug = base
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`
  return slug
}

/** Everybody who asked for a page and is still a member, by name. */
export async function findMemberPages(db: Db): Promise<MemberPage[]> {
  // Written out: in a question to one table Drizzle leaves its name away, and `name` would be the other's.
  const isOnlyOne = sql<boolean>`(
    select count(*) = 1 from ${members} as other where lower(trim(other.name)) = lower(trim(members.name)))`
  const rows = await db
    .select({
      ...{ memberId: members.id, slug: members.publicSlug, memberName: members.name },
      ...{ publicName: members.publicName, words: members.publicWords },
      isOnlyOne,
    })
    .from(members)
    .where(and(isNotNull(members.publicSlug), isNull(members.suspendedAt)))
  return rows
    .flatMap(({ slug, publicName, ...row }) =>
      slug ? [{ ...row, slug, name: publicName || row.memberName }] : [],
    )
    .sort(byName)
}

/** The episodes in which a member is credited, the newest first. */
export async function findPublicationsOf(db: Db, page: MemberPage): Promise<PublicationCard[]> {
  const told = await db
    .select({
      episodeId: publications.episodeId,
      persons: publications.persons,
      authorIds: sql<string[]>`jsonb_path_query_array(${publications.stories}, '$[*].authorId')`,
    })
    .from(publications)
    .orderBy(desc(publications.publishedAt))
  const theirs = new Set(
    told
      .filter(({ persons, authorIds }) =>
        isCredited(page, { persons, stories: authorIds.map((authorId) => ({ authorId })) }),
      )
      .map(({ episodeId }) => episodeId),
  )
  return theirs.size === 0
    ? []
    : (await findPublications(db)).filter(({ episodeId }) => theirs.has(episodeId))
}
