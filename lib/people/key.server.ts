import { createHash, randomBytes, randomInt } from 'node:crypto'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, type KeyKind, keys, members, type Role, sessions } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'

/** A key as it is shown once, to be printed or sent: only its digest is kept. */
export type FreshKey = { token: string; code: string | null }

/** Letters and figures that nobody confuses when reading them aloud or from paper. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRTUVWXYZ2346789'
const LIFE_MS: Record<KeyKind, number | null> = {
  founder: 7 * 86_400_000,
  invite: 7 * 86_400_000,
  mail: 10 * 60_000,
  card: null,
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Makes a key. A new card, invitation or founder's link puts the member's earlier ones out of use. */
export async function makeKey(
  db: Db,
  kind: KeyKind,
  member: { id: string; role: Role } | null,
): Promise<FreshKey> {
  const token = randomBytes(32).toString('base64url')
  const code =
    kind === 'card'
      ? Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
      : null
  const life = LIFE_MS[kind]
  await db.transaction(async (tx) => {
    // Two that are made at once wait for each other here, and the second puts the first out of use.
    if (member)
      await tx.select({ id: members.id }).from(members).where(eq(members.id, member.id)).for('no key update')
    await tx
      .update(keys)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          eq(keys.kind, kind),
          member ? eq(keys.memberId, member.id) : isNull(keys.memberId),
          isNull(keys.revokedAt),
        ),
      )
    await tx.insert(keys).values({
      kind,
      memberId: member?.id ?? null,
      tokenHash: digest(token),
      codeHash: code && digest(code),
      // A resident's paper card must still open after "Ce n'est pas moi" or on a new phone; the
      // coordination's rights are too wide for paper that opens twice.
      singleUse: kind !== 'card' || member?.role === 'coordination',
      expiresAt: life === null ? null : sql`now() + ${`${life} milliseconds`}::interval`,
    })
  })
  return { token, code }
}

const usable = () =>
  and(
    isNull(keys.revokedAt),
    or(isNull(keys.expiresAt), gt(keys.expiresAt, sql`now()`)),
    or(eq(keys.singleUse, false), isNull(keys.firstUsedAt)),
  )

/** Whose key it is, without using it: what the page with the button greets. Null when it opens nothing. */
export async function findKey(db: Db, token: string): Promise<{ kind: KeyKind; name: string | null } | null> {
  const [row] = await db
    .select({ kind: keys.kind, name: members.name, suspendedAt: members.suspendedAt })
    .from(keys)
    .leftJoin(members, eq(members.id, keys.memberId))
    .where(and(eq(keys.tokenHash, digest(token)), usable()))
  return row && !row.suspendedAt ? { kind: row.kind, name: row.name } : null
}

/**
 * Exchanges a key for a device session, in one conditional update, so that a single-use key opens once
 * however often it is sent. `founderName` names the first coordination account when a founder's link opens.
 * Refuses with `key.unknown`.
 */
export async function openWithKey(
  db: Db,
  given: { token: string } | { code: string },
  device: string,
  founderName: string | null = null,
): Promise<{ sessionId: string; memberId: string }> {
  const match =
    'token' in given
      ? eq(keys.tokenHash, digest(given.token))
      : eq(keys.codeHash, digest(plainCode(given.code)))
  return await db.transaction(async (tx) => {
    const [key] = await tx
      .update(keys)
      .set({ firstUsedAt: sql`coalesce(${keys.firstUsedAt}, now())` })
      .where(and(match, usable()))
      .returning()
    if (!key) throw new Refusal('key.unknown')
    const memberId = key.memberId ?? (await foundMember(tx, founderName))
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.id, memberId), isNull(members.suspendedAt)))
    if (!member) throw new Refusal('key.unknown')
    const [session] = await tx
      .insert(sessions)
      .values({ memberId, keyId: key.id, device })
      .returning({ id: sessions.id })
    if (!session) throw new Error('A session row was not made')
    await tx
      .insert(audit)
      .values({ memberId, what: 'session.opened', object: session.id, facts: { by: key.kind } })
    return { sessionId: session.id, memberId }
  })
}

/** From now on each card of the member opens one device at most; one that has opened a device opens no other. */
export async function makeCardsSingleUse(db: Db, memberId: string) {
  await db
    .update(keys)
    .set({ singleUse: true })
    .where(and(eq(keys.memberId, memberId), eq(keys.kind, 'card'), isNull(keys.revokedAt)))
}

/** Puts a member's cards and links out of use. The devices that they opened stay signed in. */
export async function revokeKeys(db: Db, memberId: string) {
  await db
    .update(keys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(keys.memberId, memberId), isNull(keys.revokedAt)))
}

const plainCode = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

async function foundMember(tx: Db, name: string | null): Promise<string> {
  const [someone] = await tx.select({ id: members.id }).from(members).limit(1)
  if (someone) throw new Refusal('key.unknown')
  const [founder] = await tx
    .insert(members)
    .values({ name: name?.trim().slice(0, 80) || 'Coordination', role: 'coordination' })
    .returning({ id: members.id })
  if (!founder) throw new Error('The first account was not made')
  return founder.id
}
