import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, members, type TokenKind, tokens } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from './can.ts'
import { permit } from './permit.ts'

/** Not revoked; a preview opens for thirty days, whatever else for ever. */
export const isAlive = and(
  isNull(tokens.revokedAt),
  sql`(${tokens.kind} <> 'preview' or ${tokens.createdAt} > now() - interval '30 days')`,
)

const digestOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Makes an address or a token for a machine; it is shown this once, only its digest is kept. A token for a studio's
 * tools is for those who may enter the studio.
 */
export async function makeToken(
  db: Db,
  actor: Actor,
  kind: TokenKind,
  { name = '', episodeId = null }: { name?: string; episodeId?: string | null } = {},
): Promise<string> {
  if (kind === 'api') permit(actor, 'studio.enter', null)
  const token = randomBytes(32).toString('base64url')
  await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(tokens)
      .values({ kind, memberId: actor.memberId, episodeId, name, tokenHash: digestOf(token) })
      .returning({ id: tokens.id })
    await note(tx, actor, 'token.made', row?.id ?? '', { kind, name })
  })
  return token
}

/**
 * As whom a token acts, and on which show; null when it is unknown, revoked, too old, of another kind, or its member
 * suspended.
 */
export async function findTokenActor(
  db: Db,
  token: string,
  kind: TokenKind,
): Promise<{ actor: Actor; episodeId: string | null } | null> {
  const [row] = await db
    .select({
      id: tokens.id,
      episodeId: tokens.episodeId,
      memberId: members.id,
      name: members.name,
      role: members.role,
      houseId: members.houseId,
    })
    .from(tokens)
    .innerJoin(members, eq(members.id, tokens.memberId))
    .where(
      and(eq(tokens.tokenHash, digestOf(token)), eq(tokens.kind, kind), isAlive, isNull(members.suspendedAt)),
    )
  if (!row) return null
  const stale = sql`(${tokens.usedAt} is null or ${tokens.usedAt} < now() - interval '1 hour')`
  await db
    .update(tokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(tokens.id, row.id), stale))
  const { id, episodeId, ...member } = row
  return { actor: { ...member, sessionId: `token:${id}` }, episodeId }
}

/** A member's own tokens of a kind, the latest first. */
export async function readTokens(db: Db, actor: Actor, kind: TokenKind) {
  return await db
    .select({
      id: tokens.id,
      name: tokens.name,
      createdAt: tokens.createdAt,
      usedAt: tokens.usedAt,
      episodeId: tokens.episodeId,
    })
    .from(tokens)
    .where(and(eq(tokens.memberId, actor.memberId), eq(tokens.kind, kind), isNull(tokens.revokedAt)))
    .orderBy(desc(tokens.createdAt))
}

/** Ends one of one's own tokens at once. Refuses `not-found`. */
export async function revokeToken(db: Db, actor: Actor, tokenId: string) {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.id, tokenId), eq(tokens.memberId, actor.memberId), isNull(tokens.revokedAt)))
      .returning({ kind: tokens.kind, name: tokens.name })
    if (!gone) throw new Refusal('not-found')
    await note(tx, actor, 'token.revoked', tokenId, gone)
  })
}

async function note(
  tx: Db,
  actor: Actor,
  what: string,
  object: string,
  facts: { kind: string; name: string },
) {
  await tx.insert(audit).values({ memberId: actor.memberId, what, object, facts })
}
