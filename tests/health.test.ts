import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#lib/db/db.server.ts'
import { readHealth } from '#lib/health.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase({ jobs: true })
let room: string
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'bobine-health-'))
})
afterAll(() => rm(room, { recursive: true, force: true }))

test('a radio that works says so, and nothing more', async () => {
  const health = await readHealth(radio.db, room)
  expect(health).toMatchObject({ ok: true, database: 'ok', jobs: 'ok', files: 'ok' })
  expect(Object.keys(health).toSorted()).toEqual(['database', 'disk', 'files', 'jobs', 'ok'])
})

test('a database that is gone is not ok; a disk that cannot be asked does not hide it', async () => {
  const gone = await openDatabase(radio.address)
  await gone.close()
  expect(await readHealth(gone.db, join(room, 'nowhere'))).toMatchObject({
    ok: false,
    database: 'down',
    disk: 'unknown',
  })
})
