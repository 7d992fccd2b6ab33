import { readdirSync, readlinkSync } from 'node:fs'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnvironment } from '#lib/machine/environment.server.ts'
import { emptyData, end, freePort, healthy, isBuilt, removeData, run, runToEnd } from './radio.ts'

describe('a start that cannot succeed', () => {
  let data: string
  let port: number
  let taken: Server
  let takenPort: number
  beforeAll(async () => {
    data = await emptyData()
    port = await freePort()
    takenPort = await freePort()
    taken = createServer().listen(takenPort)
    await writeFile(join(data, 'fichier'), '')
  })
  afterAll(async () => {
    taken.close()
    await removeData(data)
  })

  const start = (environment: Record<string, string>) =>
    runToEnd(['lib/server.ts'], { BOBINE_DATA: join(data, 'rien'), PORT: String(port), ...environment })

  test.each([
    ['the port is in use', () => ({ PORT: String(takenPort) }), /Port \d+ is in use.*PORT=\d+ npm start/],
    ['the address has no scheme', () => ({ BOBINE_URL: 'radio.example' }), /BOBINE_URL: write it whole/],
    [
      'no PostgreSQL answers',
      () => ({ POSTGRES_URL: 'postgres://x:geheim@127.0.0.1:1/x' }),
      /database does not answer[\s\S]*ECONNREFUSED/,
    ],
    [
      'the data directory is a file',
      () => ({ BOBINE_DATA: join(data, 'fichier') }),
      /data directory .* cannot be written.*BOBINE_DATA/,
    ],
  ])('%s: one reason, one remedy, exit code 1', async (_what, environment, words) => {
    const { code, output } = await start(environment())
    expect(output).toMatch(words)
    expect(output).not.toMatch(/^ {4}at |geheim/m)
    expect(code).toBe(1)
  })

  test.each([
    [{ PORT: 'abc' }, /PORT: /],
    [{ PORT: '99999' }, /PORT: /],
    [{ BOBINE_URL: 'radio.example' }, /BOBINE_URL: write it whole/],
    [{ BOBINE_URL: 'ftp://radio.example' }, /BOBINE_URL: write it whole/],
    [{ BOBINE_URL: 'https://radio.example/bobine' }, /BOBINE_URL: .*root of its host/],
    [{ BOBINE_URL: 'https://radio.example/?x' }, /BOBINE_URL: .*root of its host/],
    [{ BOBINE_URL: 'https://a:b@radio.example' }, /BOBINE_URL: .*root of its host/],
    [{ BOBINE_SECRET: 'court' }, /BOBINE_SECRET: /],
    [{ TRUST_PROXY: 'oui' }, /TRUST_PROXY: /],
    [{ POSTGRES_DRIVER: 'mysql' }, /POSTGRES_DRIVER: /],
  ])('%j is refused by its name', (environment, words) => {
    expect(() => readEnvironment({ ...environment, NODE_ENV: 'test' })).toThrow(words)
  })

  test.each([
    'https://radio.example',
    'https://radio.example/',
    'http://192.168.1.9:3000',
  ])('%s is an address', (url) => {
    expect(readEnvironment({ BOBINE_URL: url, NODE_ENV: 'test' }).baseUrl).toBe(new URL(url).origin)
  })

  test('a read-only data directory, as an ordinary user', async () => {
    const closed = join(data, 'ferme')
    await mkdir(closed)
    await chmod(closed, 0o555)
    const isRoot = process.getuid?.() === 0
    const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, 'lib/server.ts']
    const environment = { BOBINE_DATA: closed, PORT: String(port) }
    const { code, output } = isRoot
      ? await runToEnd(asNobody, environment, 20_000, 'setpriv')
      : await runToEnd(['lib/server.ts'], environment)
    expect(output).toMatch(/data directory .* cannot be written/)
    expect(code).toBe(1)
    expect(await readdir(closed)).toEqual([])
  })
})

describe.skipIf(!isBuilt)('a radio that was started', () => {
  test('refuses a second beside it, survives kill −9, and leaves nothing after Ctrl-C', async () => {
    const data = await emptyData()
    const port = await freePort()
    const environment = { BOBINE_DATA: data, PORT: String(port) }
    const first = run(['lib/server.ts'], environment)
    await healthy(port, first.child, first.output)
    const second = await runToEnd(['lib/server.ts'], { ...environment, PORT: String(await freePort()) })
    expect(second).toMatchObject({
      code: 1,
      output: expect.stringMatching(/already runs on .*another BOBINE_DATA/),
    })
    expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200)

    await end(first.child, 'SIGKILL')
    const third = run(['lib/server.ts'], environment)
    await healthy(port, third.child, third.output)
    await end(third.child, 'SIGINT')
    expect(third.child.exitCode).toBe(0)
    await wait(300)
    expect(processesIn(data)).toEqual([])
    expect(await readdir(join(data, 'files/work'))).toEqual([])
    await removeData(data)
  })
})

/** Processes whose working directory or command names `dir`: PostgreSQL, ffmpeg, ours. */
function processesIn(dir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(dir)
    } catch (error) {
      // Gone meanwhile, or somebody else's.
      if (error instanceof Error && 'code' in error) return false
      throw error
    }
  })
}
