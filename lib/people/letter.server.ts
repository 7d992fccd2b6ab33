import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { letters, members, shows } from '#lib/db/schema.ts'
import { log } from '#lib/machine/log.server.ts'
import type { Post } from '#lib/machine/mail.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from './can.ts'
import { makeKey } from './key.server.ts'
import { letterText } from './letter.ts'
import { permit } from './permit.ts'

const isWaiting = and(isNull(letters.sentAt), isNull(letters.handedAt))

/** Writes a letter to a member; it is sent by a job, or waits for the coordination to hand it over. */
export async function writeLetter(db: Db, memberId: string, purpose: 'invite' | 'sign-in') {
  const [letter] = await db.insert(letters).values({ memberId, purpose }).returning({ id: letters.id })
  if (letter) await tell(db, 'letter.written', letter.id)
}

/** Somebody asks for a link by address. Known or unknown, the caller learns nothing. */
export async function askLink(db: Db, email: string) {
  await db.transaction(async (tx) => {
    const [member] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(sql`lower(${members.email}) = ${email.trim().toLowerCase()}`, isNull(members.suspendedAt)))
    if (!member) return
    const waiting = and(eq(letters.memberId, member.id), eq(letters.purpose, 'sign-in'), isWaiting)
    const [letter] = await tx.select({ id: letters.id }).from(letters).where(waiting).limit(1)
    // Asking again sends what waits once more, instead of filling the coordination's list.
    if (letter) await tell(tx, 'letter.written', letter.id)
    else await writeLetter(tx, member.id, 'sign-in')
  })
}

/** Sends a written letter once. Without SMTP it stays for the coordination: nothing is silently dropped. */
export async function sendLetter(db: Db, letterId: string, post: Post | null, baseUrl: string) {
  const letter = await findLetter(db, letterId)
  if (!letter || letter.sentAt || letter.handedAt || !post || !letter.email) return
  const { subject, text } = await compose(db, letter, baseUrl)
  try {
    await post({ to: letter.email, subject, text })
  } catch (error) {
    await db
      .update(letters)
      .set({ failure: String(error).slice(0, 300) })
      .where(eq(letters.id, letterId))
    throw new Error('A letter could not be sent by SMTP', { cause: error })
  }
  await db.update(letters).set({ sentAt: sql`now()`, failure: null }).where(eq(letters.id, letterId))
  log.info('letter.sent', { purpose: letter.purpose })
}

/** The letters that still wait to be handed over, the newest first. */
export async function readWaitingLetters(db: Db, actor: Actor) {
  permit(actor, 'people.manage', null)
  return await db
    .select({
      id: letters.id,
      purpose: letters.purpose,
      createdAt: letters.createdAt,
      failure: letters.failure,
      name: members.name,
      email: members.email,
    })
    .from(letters)
    .innerJoin(members, eq(members.id, letters.memberId))
    .where(isWaiting)
    .orderBy(desc(letters.createdAt))
    .limit(50)
}

/** Shows a waiting letter with a fresh link, for the coordination to hand over by its own means. */
export async function handOverLetter(db: Db, actor: Actor, letterId: string, baseUrl: string) {
  permit(actor, 'people.manage', null)
  const letter = await findLetter(db, letterId)
  if (!letter) throw new Refusal('not-found')
  const composed = await compose(db, letter, baseUrl)
  await db.update(letters).set({ handedAt: sql`now()` }).where(eq(letters.id, letterId))
  return { to: letter.email ?? '', ...composed }
}

async function compose(
  db: Db,
  letter: { memberId: string; role: Actor['role']; name: string; purpose: 'invite' | 'sign-in' },
  baseUrl: string,
) {
  const [show] = await db.select({ name: shows.name }).from(shows)
  const kind = letter.purpose === 'invite' ? 'invite' : 'mail'
  const { token } = await makeKey(db, kind, { id: letter.memberId, role: letter.role })
  return letterText(letter.purpose, {
    name: letter.name,
    show: show?.name ?? 'La Bobine',
    link: `${baseUrl}/c/${token}`,
  })
}

async function findLetter(db: Db, id: string) {
  const [letter] = await db
    .select({
      memberId: letters.memberId,
      purpose: letters.purpose,
      sentAt: letters.sentAt,
      handedAt: letters.handedAt,
      name: members.name,
      role: members.role,
      email: members.email,
    })
    .from(letters)
    .innerJoin(members, eq(members.id, letters.memberId))
    .where(eq(letters.id, id))
  return letter ?? null
}
