import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { typeUnderKills } from './killing.ts'
import { member, storyOf } from './people.ts'

const database = testDatabase()

test('a server that dies takes no word with it that was called kept', { timeout: 120_000 }, async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const denise = await member(database.db, 'Denise')
  const storyId = await storyOf(database.db, fatiha, denise)
  const toll = await typeUnderKills({
    db: database.db,
    address: database.address,
    storyId,
    memberIds: [fatiha.memberId, denise.memberId],
    kills: 3,
  })
  expect(toll).toMatchObject({ kills: 3, lost: 0, doubled: 0 })
  expect(toll.acknowledged).toBeGreaterThan(10)
})
