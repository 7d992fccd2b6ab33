import { createPool } from '@vercel/postgres'
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
  pool.on('error', (error) => log.warn('database.connection-lost', {}, error))
  try {
    await bringUpToDate(pool)
  } catch (cause) {
    await pool.end()
    throw new Error('The database does not answer or could not be brought up to date', { cause })
  }
  const database: Database = { db: drizzle({ client: pool, schema }), pool, address, close: () => pool.end() }
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

async function bringUpToDate(pool: Pool) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle({ client }), { migrationsFolder: `${import.meta.dirname}/migrations` })
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    client.release()
  }
}

/** The SQLSTATE of a failed query (`23505` = already there), whatever wraps it; null when there is none. */
export function sqlState(error: unknown): string | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
}
