import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, episodes, members, type TokenKind, tokens } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from './can.ts'
import { isAlive, makeToken } from './token.server.ts'

/** What an address without sign-in may show of an episode. Who may make and cut it, its own room says. */
export type EpisodeLinkKind = Extract<TokenKind, 'onAir' | 'preview'>

const cuts: Record<EpisodeLinkKind, string> = { onAir: 'direct-link.cut', preview: 'preview-link.cut' }

/** Makes a secret address of an episode; it is shown this once. Refuses `not-found`. */
export async function makeEpisodeLink(
  db: Db,
  actor: Actor,
  kind: EpisodeLinkKind,
  episodeId: string,
): Promise<string> {
  const [episode] = await db.select({ id: episodes.id }).from(episodes).where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  return await makeToken(db, actor, kind, { episodeId })
}

/** The secret addresses that an episode has, the latest first, with who made them. */
export async function readEpisodeLinks(db: Db, kind: EpisodeLinkKind, episodeId: string) {
  return await db
    .select({ id: tokens.id, by: members.name, createdAt: tokens.createdAt, usedAt: tokens.usedAt })
    .from(tokens)
    .innerJoin(members, eq(members.id, tokens.memberId))
    .where(and(eq(tokens.episodeId, episodeId), eq(tokens.kind, kind), isAlive))
    .orderBy(desc(tokens.createdAt))
}

/** Cuts a secret address, whoever made it, in the caller's transaction; answers whose it was. Refuses `not-found`. */
export async function cutEpisodeLink(
  tx: Db,
  actor: Actor,
  kind: EpisodeLinkKind,
  linkId: string,
): Promise<string> {
  const [cut] = await tx
    .update(tokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(tokens.id, linkId), eq(tokens.kind, kind), isNull(tokens.revokedAt)))
    .returning({ episodeId: tokens.episodeId })
  if (!cut?.episodeId) throw new Refusal('not-found')
  await tx.insert(audit).values({ memberId: actor.memberId, what: cuts[kind], object: cut.episodeId })
  return cut.episodeId
}
