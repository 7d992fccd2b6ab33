import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDatabase } from '#lib/db/db.server.ts'
import { causes } from '#lib/machine/log.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()

test('a program older than its data refuses them with a sentence and changes nothing', async () => {
  await radio.db.execute(sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later year', 9999999999999)`)
  const refused = await openDatabase(radio.address).catch((error: unknown) => error)
  expect(causes(refused).join(' ')).toContain('newer version of La Bobine')
})
