import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  AlreadyRunning,
  findRunningPostgres,
  type LocalPostgres,
  startEmbeddedPostgres,
} from '#lib/db/embedded.server.ts'

const rooms: string[] = []
const owners: ChildProcess[] = []
let dir = ''

beforeEach(async () => {
  const room = await mkdtemp(join(tmpdir(), 'bobine-embedded-'))
  rooms.push(room)
  dir = join(room, 'postgres')
})

afterAll(async () => {
  for (const owner of owners) owner.kill('SIGKILL')
  for (const room of rooms) {
    // Taking the lock proves that a killed owner's PostgreSQL is gone before its files are removed.
    const last = await startEmbeddedPostgres({ dir: join(room, 'postgres'), holder: 'command' })
    await last.stop()
    await rm(await realpath(join(room, 'postgres')), { recursive: true })
    await rm(room, { recursive: true, force: true })
  }
})

async function ask<Row>(postgres: LocalPostgres, sql: string): Promise<Row[]> {
  const client = new Client(postgres)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

/** A process of its own that owns the database of `dir` and writes rows until it is killed. */
async function startOwner(kind: 'server' | 'command') {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded.owner.ts'), dir, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  owners.push(child)
  const acknowledged: number[] = []
  const lines = createInterface({ input: child.stdout })
  const [first] = await once(lines, 'line')
  lines.on('line', (line) => acknowledged.push(Number(line)))
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  const wroteAtLeast = (count: number) =>
    expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(count)
  return { first, acknowledged, kill, wroteAtLeast, pid: child.pid }
}

test('a first start makes the database, a second one finds what was written', async () => {
  const first = await startEmbeddedPostgres({ dir, holder: 'server' })
  await ask(first, 'CREATE TABLE kept (word text)')
  await ask(first, `INSERT INTO kept VALUES ('œuvre')`)
  await first.stop()

  const second = await startEmbeddedPostgres({ dir, holder: 'server' })
  expect(await ask(second, 'SELECT word FROM kept')).toEqual([{ word: 'œuvre' }])
  expect(await ask(second, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  expect(await ask(second, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
  expect(await ask(second, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  await second.stop()
})

test('an owner killed again and again loses no acknowledged row', async () => {
  let expected: number[] = []
  for (let round = 0; round < 3; round++) {
    const owner = await startOwner('server')
    expect(owner.first).toBe('ready')
    await owner.wroteAtLeast(40)
    await owner.kill()
    expected = [...expected, ...owner.acknowledged]
  }
  const after = await startEmbeddedPostgres({ dir, holder: 'server' })
  const kept = new Set((await ask<{ n: number }>(after, 'SELECT n FROM kept')).map((row) => row.n))
  await after.stop()
  expect(expected.filter((n) => !kept.has(n))).toEqual([])
})

test('a second server is refused and told who holds the directory', async () => {
  const owner = await startOwner('server')
  const second = startEmbeddedPostgres({ dir, holder: 'server' })
  await expect(second).rejects.toThrow(AlreadyRunning)
  await expect(second).rejects.toThrow(`process ${owner.pid}`)
  await owner.kill()
})

test('a command joins the running server', async () => {
  expect(await findRunningPostgres(dir)).toBeNull()
  const owner = await startOwner('server')
  await owner.wroteAtLeast(1)
  const running = await findRunningPostgres(dir)
  expect(running?.holder).toBe('server')
  if (running) expect(await ask(running, 'SELECT n FROM kept WHERE n = 1')).toEqual([{ n: 1 }])
  await owner.kill()
  expect(await findRunningPostgres(dir)).toBeNull()
})

test('a server waits for a command to finish', async () => {
  const owner = await startOwner('command')
  const waiting = startEmbeddedPostgres({ dir, holder: 'server' })
  await owner.wroteAtLeast(40)
  await owner.kill()
  const server = await waiting
  expect(await ask(server, 'SELECT n FROM kept WHERE n = 1')).toEqual([{ n: 1 }])
  await server.stop()
})

test('a pid file left by a power cut, naming a living stranger, prevents nothing', async () => {
  const first = await startEmbeddedPostgres({ dir, holder: 'server' })
  await first.stop()
  const stale = join(await realpath(dir), 'data/postmaster.pid')
  await writeFile(stale, `${process.ppid}\n/elsewhere\n`)
  const second = await startEmbeddedPostgres({ dir, holder: 'server' })
  expect(await readFile(stale, 'utf8')).not.toContain('/elsewhere')
  await second.stop()
})

test('a path too long for a socket gets a short private one', async () => {
  dir = join(dir, 'x'.repeat(90), 'postgres')
  const postgres = await startEmbeddedPostgres({ dir, holder: 'server' })
  expect(postgres.host.length).toBeLessThan(60)
  expect(await ask(postgres, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await postgres.stop()
  await rm(await realpath(dir), { recursive: true })
  await rm(join(rooms.at(-1) ?? '', 'postgres'), { recursive: true })
})
