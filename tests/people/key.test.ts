import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { keys, members, sessions } from '#lib/db/schema.ts'
import { findKey, makeKey, openWithKey, revokeKeys } from '#lib/people/key.server.ts'
import { endSession, findActor } from '#lib/people/session.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()

async function member(name: string, role: 'resident' | 'coordination' = 'resident') {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return row
}

describe('a printed card', () => {
  test('opens a device session, again after "Ce n’est pas moi", and greets by first name', async () => {
    const fatiha = await member('Fatiha')
    const { token } = await makeKey(radio.db, 'card', fatiha)
    expect(await findKey(radio.db, token)).toEqual({ kind: 'card', name: 'Fatiha' })
    const first = await openWithKey(radio.db, { token }, 'téléphone Android')
    expect(await findActor(radio.db, first.sessionId)).toMatchObject({ name: 'Fatiha', role: 'resident' })
    await endSession(radio.db, first.sessionId)
    expect(await findActor(radio.db, first.sessionId)).toBeNull()
    const second = await openWithKey(radio.db, { token }, 'téléphone Android')
    expect(second.sessionId).not.toBe(first.sessionId)
  })

  test('opens by its short code, typed as people type', async () => {
    const { code } = await makeKey(radio.db, 'card', await member('Denise'))
    const typed = `${code?.slice(0, 4).toLowerCase()} - ${code?.slice(4)}`
    expect((await openWithKey(radio.db, { code: typed }, 'ordinateur')).memberId).toBeTruthy()
  })

  test('no longer opens once a new one was made, or it was revoked', async () => {
    const karim = await member('Karim')
    const old = await makeKey(radio.db, 'card', karim)
    const fresh = await makeKey(radio.db, 'card', karim)
    await expect(openWithKey(radio.db, { token: old.token }, 'x')).rejects.toMatchObject({
      reason: 'key.unknown',
    })
    await revokeKeys(radio.db, karim.id)
    await expect(openWithKey(radio.db, { token: fresh.token }, 'x')).rejects.toMatchObject({
      reason: 'key.unknown',
    })
    expect(await findKey(radio.db, fresh.token)).toBeNull()
  })

  test('of the coordination opens one device only', async () => {
    const { token } = await makeKey(radio.db, 'card', await member('Claire', 'coordination'))
    await openWithKey(radio.db, { token }, 'x')
    await expect(openWithKey(radio.db, { token }, 'y')).rejects.toMatchObject({ reason: 'key.unknown' })
  })
})

describe('a link', () => {
  test('opens once, however often it is sent at the same time', async () => {
    const { token } = await makeKey(radio.db, 'mail', await member('Inès'))
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => openWithKey(radio.db, { token }, 'x')),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test('by mail is over after ten minutes', async () => {
    const { token } = await makeKey(radio.db, 'mail', await member('René'))
    await radio.db
      .update(keys)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(keys.kind, 'mail'))
    await expect(openWithKey(radio.db, { token }, 'x')).rejects.toMatchObject({ reason: 'key.unknown' })
  })

  test('keeps no token in the database', async () => {
    const { token } = await makeKey(radio.db, 'invite', await member('Samia'))
    const stored = JSON.stringify(await radio.db.select().from(keys))
    expect(stored).not.toContain(token)
  })
})

describe('a session', () => {
  test('ends within one request when its member is suspended', async () => {
    const paul = await member('Paul')
    const { token } = await makeKey(radio.db, 'card', paul)
    const { sessionId } = await openWithKey(radio.db, { token }, 'x')
    await radio.db.update(members).set({ suspendedAt: new Date() }).where(eq(members.id, paul.id))
    expect(await findActor(radio.db, sessionId)).toBeNull()
  })

  test.each([
    { role: 'resident' as const, days: 181, open: true },
    { role: 'coordination' as const, days: 29, open: true },
    { role: 'coordination' as const, days: 31, open: false },
  ])('of a $role who was away $days days is open: $open', async ({ role, days, open }) => {
    const { token } = await makeKey(radio.db, 'card', await member(`${role}-${days}`, role))
    const { sessionId } = await openWithKey(radio.db, { token }, 'x')
    await radio.db
      .update(sessions)
      .set({ seenAt: sql`now() - ${`${days} days`}::interval` })
      .where(eq(sessions.id, sessionId))
    expect((await findActor(radio.db, sessionId)) !== null).toBe(open)
  })
})
