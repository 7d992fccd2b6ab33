import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#lib/db/embedded.server.ts'

/** Nothing here outlives the run, so the disk need not be waited for; the launcher's own tests keep fsync. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

/**
 * One PostgreSQL per test run, or the one of TEST_POSTGRES_URL (a role that may create databases).
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_POSTGRES_URL
  if (given) {
    project.provide('postgres', { url: given })
    return
  }
  const room = await mkdtemp(join(tmpdir(), 'bobine-tests-'))
  const dir = join(room, 'postgres')
  const postgres = await startEmbeddedPostgres({ dir, holder: 'server', settings })
  project.provide('postgres', { host: postgres.host, port: postgres.port, user: postgres.user })
  return async () => {
    await postgres.stop()
    await rm(await realpath(dir), { recursive: true, force: true })
    await rm(room, { recursive: true, force: true })
  }
}
