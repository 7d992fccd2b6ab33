import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Db, openDatabase } from '#lib/db/db.server.ts'
import { findRunningPostgres } from '#lib/db/embedded.server.ts'
import type { Role } from '#lib/db/schema.ts'
import { addMember, makeInvitation } from '#lib/people/members.server.ts'
import { signIn, type Visitor, visitorOf } from './visitor.ts'

export const root = join(import.meta.dirname, '../..')
const dist = join(root, process.env.BOBINE_DIST || '.next')

/** Pages are tested as they are served: without a build there is nothing to be hostile to. */
export const isBuilt = existsSync(join(dist, 'BUILD_ID'))
export const builtFile = (path: string) => join(dist, path)

/** A real radio: its process, its database, and people who knock at its door. */
export type Radio = {
  url: string
  port: number
  data: string
  child: ChildProcess
  db: Db
  output: () => string
  visitor: () => Visitor
  /** Somebody new, signed in over HTTP as with a printed link. */
  member: (role: Role, name?: string) => Promise<Visitor & { memberId: string }>
  stop: () => Promise<void>
}

/** Starts `lib/server.ts` in an empty data directory and waits until it is healthy. */
export async function startRadio(environment: Record<string, string> = {}): Promise<Radio> {
  const data = await emptyData()
  const port = await freePort()
  const url = environment.BOBINE_URL ?? `http://localhost:${port}`
  const { child, output } = run(['lib/server.ts'], {
    BOBINE_DATA: data,
    PORT: String(port),
    BOBINE_URL: url,
    ...environment,
  })
  try {
    await healthy(port, child, output)
  } catch (error) {
    await end(child, 'SIGINT')
    throw error
  }
  const postgres = await findRunningPostgres(join(data, 'postgres'))
  if (!postgres) throw new Error('The radio runs without its database')
  const { host, user, database, port: number } = postgres
  const opened = await openDatabase({ host, port: number, user, database })
  const visitor = () => visitorOf(port, new URL(url))
  return {
    ...{ url, port, data, child, output, visitor, db: opened.db },
    async member(role, name = `Membre ${role}`) {
      const memberId = await addMember(opened.db, 'console', { name, role, houseId: null, email: null })
      const { token } = await makeInvitation(opened.db, memberId, role)
      const someone = visitor()
      await signIn(someone, token)
      return Object.assign(someone, { memberId })
    },
    async stop() {
      await opened.close()
      await end(child, 'SIGINT')
      await removeData(data)
    },
  }
}

/** Runs one of ours on this Node with no setting of the caller's but PATH and the build. */
export function run(args: string[], environment: Record<string, string>, program = process.execPath) {
  const { PATH, HOME, BOBINE_DIST, FFMPEG_PATH, FFPROBE_PATH } = process.env
  const own = { PATH, HOME, BOBINE_DIST, FFMPEG_PATH, FFPROBE_PATH, NODE_ENV: 'production' as const }
  const child = spawn(program, args, {
    cwd: root,
    env: { ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  return { child, output: () => text }
}

/** Runs one of ours to its end: exit code, seconds, and all it printed. */
export async function runToEnd(
  args: string[],
  environment: Record<string, string>,
  limitMs = 20_000,
  program = process.execPath,
) {
  const since = performance.now()
  const { child, output } = run(args, environment, program)
  const late = setTimeout(() => child.kill('SIGKILL'), limitMs)
  const [code, signal] = await once(child, 'close')
  clearTimeout(late)
  return { code: code ?? signal, output: output(), seconds: (performance.now() - since) / 1000 }
}

export async function healthy(port: number, child: ChildProcess, output: () => string) {
  for (const until = Date.now() + 120_000; Date.now() < until; await wait(50)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The radio ended:\n${output()}`)
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`The radio is not healthy:\n${output()}`)
}

export async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(late)
}

/** Open to PostgreSQL's user: the tests run as root on some machines. */
export async function emptyData(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'bobine-hostile-'))
  await chmod(data, 0o755)
  return data
}

export async function removeData(data: string) {
  const database = join(data, 'postgres')
  if (existsSync(database)) await rm(await realpath(database), { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
