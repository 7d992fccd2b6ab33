import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Db, sqlState } from '#lib/db/db.server.ts'
import { audit, houses, keys, members, type Role, sessions } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { byName } from './by-name.ts'
import { type Actor, can } from './can.ts'
import { type FreshKey, makeCardsSingleUse, makeKey, revokeKeys } from './key.server.ts'
import { writeLetter } from './letter.server.ts'
import { permit } from './permit.ts'

export type MemberDetails = { name: string; role: Role; houseId: string | null; email: string | null }

/** Everybody with their house, card and devices, as the coordination's list shows them. */
export async function readMembers(db: Db, actor: Actor) {
  permit(actor, 'people.manage', null)
  const people = await db
    .select({
      id: members.id,
      name: members.name,
      role: members.role,
      email: members.email,
      houseId: members.houseId,
      house: houses.name,
      suspendedAt: members.suspendedAt,
    })
    .from(members)
    .leftJoin(houses, eq(houses.id, members.houseId))
  const cards = await db
    .select({ memberId: keys.memberId, createdAt: keys.createdAt, usedAt: keys.firstUsedAt })
    .from(keys)
    .where(and(eq(keys.kind, 'card'), isNull(keys.revokedAt)))
  const devices = await db
    .select({
      id: sessions.id,
      memberId: sessions.memberId,
      device: sessions.device,
      createdAt: sessions.createdAt,
    })
    .from(sessions)
    .where(isNull(sessions.revokedAt))
    .orderBy(asc(sessions.createdAt))
  return people.sort(byName).map((person) => ({
    ...person,
    card: cards.find((card) => card.memberId === person.id) ?? null,
    devices: devices.filter((device) => device.memberId === person.id),
  }))
}

/** Names and ids, for choosing who reads or shares a text. Every member sees who the members are. */
export async function readNames(db: Db, _actor: Actor): Promise<{ id: string; name: string }[]> {
  const people = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(isNull(members.suspendedAt))
  return people.sort(byName)
}

/** Adds a member; with an address, a letter with their link is written at once. Refuses `email.taken`. */
export async function addMember(db: Db, actor: Actor | 'console', details: MemberDetails): Promise<string> {
  if (actor !== 'console') permit(actor, 'people.manage', null)
  return await db.transaction(async (tx) => {
    const [member] = await unlessTaken(() => tx.insert(members).values(details).returning({ id: members.id }))
    if (!member) throw new Error('A member row was not made')
    await note(tx, actor, 'member.added', member.id, { role: details.role })
    if (details.email && actor !== 'console') await writeLetter(tx, member.id, 'invite')
    return member.id
  })
}

/**
 * Changes a member. The last coordination account keeps its role (`member.last-coordination`); whoever joins
 * the coordination keeps their devices, and a card in use opens no other.
 */
export async function editMember(db: Db, actor: Actor, memberId: string, details: MemberDetails) {
  permit(actor, 'people.manage', null)
  await db.transaction(async (tx) => {
    if (details.role !== 'coordination') await keepOneCoordination(tx, memberId)
    const [member] = await unlessTaken(() =>
      tx.update(members).set(details).where(eq(members.id, memberId)).returning({ id: members.id }),
    )
    if (!member) throw new Refusal('not-found')
    if (details.role === 'coordination') await makeCardsSingleUse(tx, memberId)
    await note(tx, actor, 'member.changed', memberId, { role: details.role })
  })
}

/** Makes a printed card and puts the earlier one out of use. The token is shown this once. */
export async function makeCard(db: Db, actor: Actor, memberId: string): Promise<FreshKey> {
  permit(actor, 'people.manage', null)
  return await db.transaction(async (tx) => {
    const [member] = await tx
      .select({ id: members.id, role: members.role })
      .from(members)
      .where(eq(members.id, memberId))
    if (!member) throw new Refusal('not-found')
    await note(tx, actor, 'card.made', memberId, {})
    return await makeKey(tx, 'card', member)
  })
}

/** A one-use link of seven days, from the console: for the first coordination, or when all else is lost. */
export async function makeInvitation(db: Db, memberId: string, role: Role): Promise<FreshKey> {
  return await makeKey(db, 'invite', { id: memberId, role })
}

/** Puts cards and links out of use and signs every device of the member out, at once. */
export async function revokeMember(db: Db, actor: Actor, memberId: string) {
  permit(actor, 'people.manage', null)
  await db.transaction(async (tx) => {
    await revokeKeys(tx, memberId)
    await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(
        and(eq(sessions.memberId, memberId), isNull(sessions.revokedAt), ne(sessions.id, actor.sessionId)),
      )
    await note(tx, actor, 'card.revoked', memberId, {})
  })
}

/** Signs one device out. A member may do so for their own devices, the coordination for all. */
export async function revokeDevice(db: Db, actor: Actor, sessionId: string) {
  const [session] = await db
    .select({ memberId: sessions.memberId })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  const isOwn = session?.memberId === actor.memberId
  if (!session || !(isOwn || can(actor, 'people.manage', null))) throw new Refusal('not-found')
  await db.update(sessions).set({ revokedAt: sql`now()` }).where(eq(sessions.id, sessionId))
}

/** Suspends a member, or lets them in again: their texts and sounds stay. */
export async function suspendMember(db: Db, actor: Actor, memberId: string, suspended: boolean) {
  permit(actor, 'people.manage', null)
  await db.transaction(async (tx) => {
    if (suspended) await keepOneCoordination(tx, memberId)
    await tx
      .update(members)
      .set({ suspendedAt: suspended ? sql`now()` : null })
      .where(eq(members.id, memberId))
    await note(tx, actor, suspended ? 'member.suspended' : 'member.readmitted', memberId, {})
  })
}

/** Whether nobody has an account yet: then the console shows the founder's link. */
export async function isEmptyHouse(db: Db): Promise<boolean> {
  return (await db.$count(members)) === 0
}

async function keepOneCoordination(tx: Db, leavingId: string) {
  // The row locks make two people who each remove the other wait in line.
  await tx.select({ id: members.id }).from(members).where(eq(members.role, 'coordination')).for('update')
  const [others] = await tx
    .select({ n: count() })
    .from(members)
    .where(and(eq(members.role, 'coordination'), isNull(members.suspendedAt), ne(members.id, leavingId)))
  if ((others?.n ?? 0) === 0) {
    const [leaving] = await tx.select({ role: members.role }).from(members).where(eq(members.id, leavingId))
    if (leaving?.role === 'coordination') throw new Refusal('member.last-coordination')
  }
}

async function unlessTaken<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('email.taken', {}, { cause: error })
    throw error
  }
}

async function note(
  tx: Db,
  actor: Actor | 'console',
  what: string,
  object: string,
  facts: Record<string, string>,
) {
  await tx
    .insert(audit)
    .values({ memberId: actor === 'console' ? null : actor.memberId, what, object, facts })
}
