import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Address, type Database, openDatabase } from '#lib/db/db.server.ts'
import { openJobs } from '#lib/db/events.server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string } | { url: string }
  }
}

/**
 * A fresh, migrated database for this test file, on the run's PostgreSQL; dropped afterwards.
 * With `jobs`, events can be told (nothing hears them unless the test says so).
 */
export function testDatabase(options: { jobs?: boolean } = {}): {
  readonly db: Database['db']
  readonly address: Address
} {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  let opened: { database: Database; address: Address; close: () => Promise<void> } | null = null
  beforeAll(async () => {
    const address = addressOf(name)
    await asAdmin((admin) => admin.query(`create database ${name}`))
    const database = await openDatabase(address)
    const jobs = options.jobs ? await openJobs(address) : null
    const close = async () => {
      await jobs?.stop({ graceful: false })
      await database.close()
    }
    opened = { database, address, close }
  })
  afterAll(async () => {
    await opened?.close()
    await asAdmin((admin) => admin.query(`drop database ${name} with (force)`))
  })
  const held = () => {
    if (!opened) throw new Error('The test database is opened before each file’s tests')
    return opened
  }
  return {
    get db() {
      return held().database.db
    },
    get address() {
      return held().address
    },
  }
}

function addressOf(database: string): Address {
  const server = inject('postgres')
  if (!('url' in server)) return { ...server, database }
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return { url: url.href, driver: 'pg' }
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>) {
  const address = addressOf('postgres')
  const admin = new pg.Client('url' in address ? { connectionString: address.url } : address)
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
