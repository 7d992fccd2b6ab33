import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit, keys, type Role } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { findKey, openWithKey } from '#lib/people/key.server.ts'
import {
  addMember,
  editMember,
  makeCard,
  readMembers,
  revokeDevice,
  revokeMember,
  suspendMember,
} from '#lib/people/members.server.ts'
import { findActor } from '#lib/people/session.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor

const details = (name: string, role: Role = 'resident') => ({ name, role, houseId: null, email: null })
const added = (name: string, role: Role = 'resident') => addMember(radio.db, 'console', details(name, role))

beforeAll(async () => {
  const memberId = await added('Nadia', 'coordination')
  nadia = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: crypto.randomUUID() }
})

async function entered(memberId: string) {
  const { token } = await makeCard(radio.db, nadia, memberId)
  const { sessionId } = await openWithKey(radio.db, { token }, 'téléphone Android')
  const actor = await findActor(radio.db, sessionId)
  if (!actor) throw new Error('nobody came in')
  return { token, sessionId, actor }
}

describe('a card', () => {
  test('made twice at once: one of the two opens', async () => {
    const fatiha = await added('Fatiha')
    const made = await Promise.all([1, 2, 3, 4].map(() => makeCard(radio.db, nadia, fatiha)))
    const open = await Promise.all(made.map(({ token }) => findKey(radio.db, token)))
    expect(open.filter((one) => one !== null)).toHaveLength(1)
  })

  test('of somebody who joins the coordination opens no second device', async () => {
    const karim = await added('Karim')
    const { token } = await entered(karim)
    await editMember(radio.db, nadia, karim, details('Karim', 'coordination'))
    await expect(openWithKey(radio.db, { token }, 'ordinateur')).rejects.toMatchObject({
      reason: 'key.unknown',
    })
    await editMember(radio.db, nadia, karim, details('Karim'))
  })

  test('is noted with who made it', async () => {
    const denise = await added('Denise')
    await makeCard(radio.db, nadia, denise)
    const notes = await radio.db.select().from(audit).where(eq(audit.object, denise))
    expect(notes.map(({ what, memberId }) => [what, memberId])).toContainEqual(['card.made', nadia.memberId])
  })
})

describe('closing the door', () => {
  test('revoking ends cards and devices at once', async () => {
    const ines = await added('Inès')
    const { token, sessionId } = await entered(ines)
    await revokeMember(radio.db, nadia, ines)
    expect(await findActor(radio.db, sessionId)).toBeNull()
    expect(await findKey(radio.db, token)).toBeNull()
  })

  test('one may end one’s own device, the coordination any; what others see does not exist for them', async () => {
    const [mine, theirs] = [await entered(await added('Paul')), await entered(await added('Samia'))]
    await expect(revokeDevice(radio.db, mine.actor, theirs.sessionId)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await revokeDevice(radio.db, mine.actor, mine.sessionId)
    await revokeDevice(radio.db, nadia, theirs.sessionId)
    expect(await findActor(radio.db, mine.sessionId)).toBeNull()
    expect(await findActor(radio.db, theirs.sessionId)).toBeNull()
  })

  test('the last account of the coordination stays, whichever way it would go', async () => {
    const gone = { reason: 'member.last-coordination' }
    await expect(suspendMember(radio.db, nadia, nadia.memberId, true)).rejects.toMatchObject(gone)
    await expect(
      editMember(radio.db, nadia, nadia.memberId, details('Nadia', 'technique')),
    ).rejects.toMatchObject(gone)
  })

  test('two who suspend each other at once: one stays', async () => {
    const claire = await added('Claire', 'coordination')
    const other: Actor = { ...nadia, memberId: claire, name: 'Claire' }
    const both = await Promise.allSettled([
      suspendMember(radio.db, nadia, claire, true),
      suspendMember(radio.db, other, nadia.memberId, true),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('the list of people is for the coordination, and shows no key', async () => {
  await expect(readMembers(radio.db, { ...nadia, role: 'technique' })).rejects.toMatchObject({
    reason: 'not-allowed',
  })
  const shown = JSON.stringify(await readMembers(radio.db, nadia))
  const [key] = await radio.db.select().from(keys).limit(1)
  expect(shown).not.toContain(key?.tokenHash)
})
