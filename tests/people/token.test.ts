import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit, tokens } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { suspendMember } from '#lib/people/members.server.ts'
import { findTokenActor, makeToken, readTokens, revokeToken } from '#lib/people/token.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member } from '#tests/story/people.ts'

const radio = testDatabase()
let nadia: Actor
let bastien: Actor
let fatiha: Actor

beforeAll(async () => {
  nadia = await member(radio.db, 'Nadia', 'coordination')
  bastien = await member(radio.db, 'Bastien', 'technique')
  fatiha = await member(radio.db, 'Fatiha')
})

const opens = (token: string) => findTokenActor(radio.db, token, 'api')

describe('a key for a studio’s tool', () => {
  test('acts as whoever made it, coordination or technique', async () => {
    for (const actor of [nadia, bastien]) {
      const found = await opens(await makeToken(radio.db, actor, 'api', { name: 'Stream Deck' }))
      expect(found?.actor).toMatchObject({ memberId: actor.memberId, role: actor.role })
    }
  })

  test('is not for residents', async () => {
    await expect(makeToken(radio.db, fatiha, 'api')).rejects.toMatchObject({ reason: 'not-allowed' })
    expect(await readTokens(radio.db, fatiha, 'api')).toEqual([])
  })

  test('is kept nowhere: only its digest is', async () => {
    const token = await makeToken(radio.db, nadia, 'api', { name: 'secret' })
    const rows = await radio.db.select().from(tokens).where(eq(tokens.name, 'secret'))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('says when it was used', async () => {
    const token = await makeToken(radio.db, bastien, 'api', { name: 'clock' })
    const usedAt = async () =>
      (await readTokens(radio.db, bastien, 'api')).find(({ name }) => name === 'clock')?.usedAt
    expect(await usedAt()).toBeNull()
    await opens(token)
    expect(await usedAt()).toBeInstanceOf(Date)
  })

  test('is ended by its own member alone, at once, and for good', async () => {
    const token = await makeToken(radio.db, bastien, 'api', { name: 'mixer' })
    const id = (await readTokens(radio.db, bastien, 'api')).find(({ name }) => name === 'mixer')?.id ?? ''
    await expect(revokeToken(radio.db, nadia, id)).rejects.toMatchObject({ reason: 'not-found' })
    expect(await opens(token)).not.toBeNull()
    await revokeToken(radio.db, bastien, id)
    expect(await opens(token)).toBeNull()
    await expect(revokeToken(radio.db, bastien, id)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('opens nothing of another kind, and nothing once its member is suspended', async () => {
    const samir = await member(radio.db, 'Samir', 'technique')
    const token = await makeToken(radio.db, samir, 'api')
    expect(await findTokenActor(radio.db, token, 'calendar')).toBeNull()
    await suspendMember(radio.db, nadia, samir.memberId, true)
    expect(await opens(token)).toBeNull()
    await suspendMember(radio.db, nadia, samir.memberId, false)
    expect(await opens(token)).not.toBeNull()
  })

  test('made and ended is noted, with who did it and what for', async () => {
    const ines = await member(radio.db, 'Inès', 'technique')
    await makeToken(radio.db, ines, 'api', { name: 'Companion' })
    const [made] = await readTokens(radio.db, ines, 'api')
    await revokeToken(radio.db, ines, made?.id ?? '')
    const notes = await radio.db
      .select()
      .from(audit)
      .where(eq(audit.object, made?.id ?? ''))
    const facts = { kind: 'api', name: 'Companion' }
    expect(notes.map(({ what, memberId, facts: noted }) => [what, memberId, noted])).toEqual([
      ['token.made', ines.memberId, facts],
      ['token.revoked', ines.memberId, facts],
    ])
  })
})
