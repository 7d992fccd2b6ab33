import { join } from 'node:path'
import type { Environment } from '#lib/machine/environment.server.ts'
import { type Address, type Database, openDatabase } from './db.server.ts'
import { findRunningPostgres, startEmbeddedPostgres } from './embedded.server.ts'

export type OpenDatabase = Database & {
  /** Where PostgreSQL is, in words for the console. */
  place: string
  /** Resolves when an embedded PostgreSQL is gone without having been asked to; never for one of your own. */
  lost: Promise<void>
}

/**
 * Opens the database that this installation uses: `POSTGRES_URL`, else the embedded one, started when it
 * is not running. A `command` joins a running server's; a `server` is alone (`AlreadyRunning`).
 */
export async function openInstalledDatabase(
  env: Environment,
  holder: 'server' | 'command',
): Promise<OpenDatabase> {
  if (env.postgresUrl) {
    const database = await openDatabase({ url: env.postgresUrl, driver: env.postgresDriver })
    return { ...database, place: 'your PostgreSQL (POSTGRES_URL)', lost: new Promise(() => undefined) }
  }
  const dir = join(env.dataDir, 'postgres')
  const running = holder === 'command' ? await findRunningPostgres(dir) : null
  if (running) {
    return {
      ...(await openDatabase(addressOf(running))),
      place: 'the running server',
      lost: new Promise(() => undefined),
    }
  }
  const postgres = await startEmbeddedPostgres({ dir, holder })
  const database = await openDatabase(addressOf(postgres)).catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
  const close = async () => {
    await database.close()
    await postgres.stop()
  }
  return { ...database, close, place: postgres.home, lost: postgres.lost }
}

function addressOf({
  host,
  port,
  user,
  database,
}: {
  host: string
  port: number
  user: string
  database: string
}): Address {
  return { host, port, user, database }
}
