import { createPool } from '@vercel/postgres'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { log } from '#lib/machine/log.server.ts'
import { once } from '#lib/machine/once.ts'
import * as schema from './schema.ts'

/** The database, or a transaction of it: a room's verb takes either. */
export type Db = Omit<NodePgDatabase<typeof schema>, '$client'>

/** How to reach PostgreSQL: a URL, or the embedded one's socket directory. */
export type Address =
  | {
      url: string
      driver: 'pg' | 'vercel'
      /** `host:port` of a plain WebSocket proxy of one's own, for the hosted driver; else the host's. */
      proxy?: string
    }
  | { host: string; port: number; user: string; database: string }

/** What we use of a pool: the two drivers agree on it. */
type Pool = Pick<pg.Pool, 'connect' | 'query' | 'end'>

export type Database = { db: Db; pool: Pool; address: Address; close: () => Promise<void> }

const held = once<Database>('database')

/** The process's database. Throws before `openDatabase`, as `next build` must never reach one. */
export function theDb(): Db {
  return held.get().db
}

/** Two processes that migrate at once wait for each other on this number, "bobine" on a telephone's keys. */
const MIGRATION_LOCK = 262_463

/** Connects, brings the tables up to date, and holds the database for the process. */
export async function openDatabase(address: Address): Promise<Database> {
  const pool = connect(address)
  let isClosing = false
  pool.on('error', (error) => isClosing || log.warn('database.connection-lost', {}, error))
  try {
    await bringUpToDate(pool)
  } catch (cause) {
    await pool.end()
    throw new Error('The database does not answer or could not be brought up to date', { cause })
  }
  const close = async () => {
    isClosing = true
    await pool.end()
  }
  const database: Database = { db: drizzle({ client: pool, schema }), pool, address, close }
  held.set(database)
  return database
}

/** The settings of a connection of our own to the same database (jobs, LISTEN). */
export function poolSettings(address: Address): pg.PoolConfig {
  return 'url' in address ? { connectionString: address.url } : address
}

function connect(address: Address): pg.Pool {
  const size = { max: 12, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 }
  if ('url' in address && address.driver === 'vercel') {
    const hosted = createPool({ connectionString: address.url, ...size })
    if (address.proxy) speakPlainlyTo(address.proxy, hosted)
    // It speaks to the host's proxy over a WebSocket and keeps node-postgres's interface, less four counters.
    return hosted as unknown as pg.Pool
  }
  return new pg.Pool({ ...poolSettings(address), ...size })
}

/** Without TLS and pipelining, for a proxy on this machine: set on this pool's own clients, not on all. */
function speakPlainlyTo(proxy: string, pool: ReturnType<typeof createPool>) {
  const settings = {
    wsProxy: () => proxy,
    useSecureWebSocket: false,
    pipelineTLS: false,
    pipelineConnect: false as const,
  }
  pool.Client = class extends pool.Client {
    constructor(config: ConstructorParameters<typeof pool.Client>[0]) {
      super(config)
      Object.assign(this.neonConfig, settings)
    }
  }
}

const migrationsFolder = `${import.meta.dirname}/migrations`

async function bringUpToDate(pool: Pool) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseNewerData(client)
    await migrate(drizzle({ client }), { migrationsFolder })
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    client.release()
  }
}

/** An older program on newer tables would lose what it does not know. */
async function refuseNewerData(client: pg.PoolClient) {
  const { rows } = await client.query<{ known: string | null }>(
    "select to_regclass('drizzle.__drizzle_migrations')::text as known",
  )
  if (!rows[0]?.known) return
  const applied = await client.query<{ newest: string | null }>(
    'select max(created_at) as newest from drizzle.__drizzle_migrations',
  )
  const newestOfOurs = Math.max(
    ...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis),
  )
  if (Number(applied.rows[0]?.newest ?? 0) > newestOfOurs) {
    throw new Error('These data were written by a newer version of La Bobine. Install that version, or newer')
  }
}

/** The SQLSTATE of a failed query (`23505` = already there), whatever wraps it; null when there is none. */
export function sqlState(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
}
