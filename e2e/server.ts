import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

/** The real app on a port and a data directory of its own, as `npm start` runs it. */
export type App = {
  /** Its address, such as `http://localhost:41234`, without a trailing slash. */
  url: string
  /** Its BOBINE_DATA. */
  data: string
  /** All it printed so far, errors included, over every restart. */
  output(): string
  /** Waits until it has printed something like `pattern`, and gives the match. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>
  /** Starts again on the same data and port, after `kill9` or by stopping first. */
  restart(): Promise<void>
  /** Kills the process as a power cut would, and waits until it is gone. */
  kill9(): Promise<void>
  /** Stops it as Ctrl-C does and removes its data. */
  stop(): Promise<void>
}

/** Starts the built app in an empty data directory and waits until it is healthy. */
export async function startApp(environment: Record<string, string> = {}): Promise<App> {
  const data = await mkdtemp(join(tmpdir(), 'bobine-e2e-'))
  // Open to PostgreSQL's user: the tests run as root on some machines.
  await chmod(data, 0o755)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...environment,
    NODE_ENV: 'production',
    PORT: String(port),
    BOBINE_DATA: data,
    BOBINE_URL: url,
  }
  const journal = { text: '' }
  let child = run(env, journal)
  await healthy(url, child, journal)
  return {
    url,
    data,
    output: () => journal.text,
    printed: (pattern) =>
      waitFor(
        () => journal.text.match(pattern),
        () => `no ${pattern} in:\n${journal.text}`,
      ),
    async restart() {
      await end(child, 'SIGINT')
      child = run(env, journal)
      await healthy(url, child, journal)
    },
    kill9: () => end(child, 'SIGKILL'),
    async stop() {
      await end(child, 'SIGINT')
      await remove(data)
    },
  }
}

function run(env: NodeJS.ProcessEnv, journal: { text: string }): ChildProcess {
  const child = spawn(process.execPath, ['lib/server.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A walk that is given up leaves no radio behind.
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  child.once('exit', () => process.off('exit', stop))
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      journal.text += text
    })
  }
  return child
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(late)
}

async function healthy(url: string, child: ChildProcess, journal: { text: string }): Promise<void> {
  await waitFor(
    async () => {
      if (hasEnded(child))
        throw new Error(`The app ended (${child.exitCode ?? child.signalCode}):\n${journal.text}`)
      return (await isHealthy(url)) || null
    },
    () => `The app is not healthy at ${url}:\n${journal.text}`,
  )
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch (error) {
    // Nobody listens yet.
    if (error instanceof TypeError) return false
    throw error
  }
}

async function waitFor<T>(find: () => T | null | Promise<T | null>, reason: () => string): Promise<T> {
  for (const until = Date.now() + 180_000; Date.now() < until; await wait(50)) {
    const found = await find()
    if (found !== null) return found
  }
  throw new Error(reason())
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

/** The database may live elsewhere behind a link (see lib/db/embedded-home.server.ts). */
async function remove(data: string): Promise<void> {
  const database = join(data, 'postgres')
  if (existsSync(database)) await rm(await realpath(database), { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
}
