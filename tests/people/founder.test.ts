import { expect, test } from 'vitest'
import { makeKey, openWithKey } from '#lib/people/key.server.ts'
import { addMember, editMember, isEmptyHouse, readMembers } from '#lib/people/members.server.ts'
import { findActor } from '#lib/people/session.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()

test('the console’s link makes the first coordination account, once and only in an empty house', async () => {
  const early = await makeKey(radio.db, 'founder', null)
  const { token } = await makeKey(radio.db, 'founder', null)
  await expect(openWithKey(radio.db, { token: early.token }, 'x', 'Trop tôt')).rejects.toMatchObject({
    reason: 'key.unknown',
  })
  const { sessionId } = await openWithKey(radio.db, { token }, 'ordinateur', '  Nadia ')
  const nadia = await findActor(radio.db, sessionId)
  expect(nadia).toMatchObject({ name: 'Nadia', role: 'coordination' })
  expect(await isEmptyHouse(radio.db)).toBe(false)
  const late = await makeKey(radio.db, 'founder', null)
  await expect(openWithKey(radio.db, { token: late.token }, 'x', 'Intrus')).rejects.toMatchObject({
    reason: 'key.unknown',
  })
  if (!nadia) throw new Error('no actor')

  const details = { name: 'Nadia', role: 'resident' as const, houseId: null, email: null }
  await expect(editMember(radio.db, nadia, nadia.memberId, details)).rejects.toMatchObject({
    reason: 'member.last-coordination',
  })
  const id = await addMember(radio.db, nadia, { name: 'Hugo', role: 'technique', houseId: null, email: null })
  expect((await readMembers(radio.db, nadia)).map(({ name }) => name)).toEqual(['Hugo', 'Nadia'])
  const hugo = { ...nadia, memberId: id, role: 'technique' as const }
  await expect(readMembers(radio.db, hugo)).rejects.toMatchObject({ reason: 'not-allowed' })
})
