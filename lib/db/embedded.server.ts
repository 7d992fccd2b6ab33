import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { findBinaries } from './embedded-binaries.server.ts'
import {
  findHome,
  type Home,
  makeSocketDir,
  openHome,
  openLog,
  pathsOf,
  withRemedy,
  writeAccess,
} from './embedded-home.server.ts'
import {
  type HolderKind,
  readHolder,
  readPostmaster,
  sign,
  takeLock,
  waitForLeftovers,
} from './embedded-lock.server.ts'
import { systemRoom, weAreRoot } from './embedded-owner.server.ts'
import { embeddedDatabase, embeddedUser, initArguments, serverArguments } from './embedded-settings.ts'

export { AlreadyRunning } from './embedded-lock.server.ts'

/** How to reach a PostgreSQL on this machine: `host` is the directory of its socket. */
export type LocalPostgres = { host: string; port: number; user: string; database: string }

/** A PostgreSQL that lives as long as we do. `home` is where its data really are. */
export type EmbeddedPostgres = LocalPostgres & {
  home: string
  /** Resolves when PostgreSQL is gone without `stop` having been called. */
  lost: Promise<void>
  /** Shuts down cleanly (open connections are cut) and frees the directory. */
  stop(): Promise<void>
}

export type StartOptions = {
  /** Directory made if missing; holds data, log, lock and, when its path is short enough, the socket. */
  dir: string
  /** A `server` stays: a second one is refused within 2 s. A `command` is waited for, up to 60 s. */
  holder: HolderKind
  /** PostgreSQL settings over the house's, for tests. */
  settings?: Readonly<Record<string, string>>
}

/** Starts the PostgreSQL of `dir`, made at the first start; throws `AlreadyRunning` when it is held. */
export async function startEmbeddedPostgres({
  dir,
  holder,
  settings,
}: StartOptions): Promise<EmbeddedPostgres> {
  const home = openHome(resolve(dir))
  const release = await takeLock(home)
  try {
    await waitForLeftovers(home.data)
    const binaries = findBinaries(home.owner, weAreRoot() ? systemRoom : home.home)
    if (!existsSync(home.data)) initialise(home, binaries)
    return await launch(home, binaries, { holder, settings, release })
  } catch (error) {
    release()
    throw error
  }
}

/** The PostgreSQL of `dir` that another process of ours runs, waiting while it is still starting. */
export async function findRunningPostgres(
  dir: string,
): Promise<(LocalPostgres & { holder: HolderKind }) | null> {
  const home = findHome(resolve(dir))
  if (home === null) return null
  const paths = pathsOf(home)
  for (const until = Date.now() + 10_000; Date.now() < until; await wait(50)) {
    const holder = readHolder(paths.holder)
    if (!holder) return null
    if (readPostmaster(paths.data).ready) return { ...reach(holder.socket), holder: holder.kind }
  }
  return null
}

function reach(host: string): LocalPostgres {
  return { host, port: 5432, user: embeddedUser, database: embeddedDatabase }
}

/** Beside, then renamed: a kill in the middle leaves no half-made database. */
function initialise({ home, owner, data }: Home, binaries: string): void {
  const half = join(home, 'data.new')
  rmSync(half, { recursive: true, force: true })
  const made = spawnSync(join(binaries, 'bin/initdb'), initArguments(half), {
    ...owner.ids,
    cwd: home,
    env: quietEnvironment,
    encoding: 'utf8',
  })
  if (made.status !== 0) {
    throw withRemedy(`Could not create the database in ${data}`, made.error ?? new Error(made.stderr.trim()))
  }
  renameSync(half, data)
}

/** None of our PG… variables; Next's types want NODE_ENV in every environment. */
const quietEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV }

/**
 * The guard waits on our end of a pipe, which the kernel closes however we die, and then asks for a fast
 * shutdown. It is twice forked so that PostgreSQL, which takes the shell's place, has no child it did not make.
 */
const lifeline = `exec 3<&0 </dev/null
( ( trap '' INT TERM HUP; read -r _ <&3; kill -INT $$ ) >/dev/null 2>&1 & )
exec "$@" 3<&-`

type Launch = { holder: HolderKind; settings: StartOptions['settings']; release: () => void }

async function launch(home: Home, binaries: string, options: Launch): Promise<EmbeddedPostgres> {
  const socket = makeSocketDir(home)
  const args = serverArguments({ data: home.data, socket, ...writeAccess(home) }, options.settings)
  sign(home, options.holder, socket)
  const child = spawnServer(home, [join(binaries, 'bin/postgres'), ...args])
  const ended = once(child, 'exit').then(() => {
    child.stdin?.destroy()
    rmSync(home.holder, { force: true })
    if (dirname(socket) !== home.home) rmSync(socket, { recursive: true, force: true })
    options.release()
  })
  try {
    await waitUntilReady(home, child)
    await makeDatabase(socket)
  } catch (error) {
    await stop(child, ended)
    throw error
  }
  const asked = new AbortController()
  const lost = new Promise<void>((resolve) => ended.then(() => asked.signal.aborted || resolve()))
  const stopAsked = () => {
    asked.abort()
    return stop(child, ended)
  }
  return { ...reach(socket), home: home.home, lost, stop: stopAsked }
}

/** In its own session, so that Ctrl-C reaches us first and we close our connections before it leaves. */
function spawnServer(home: Home, command: string[]): ChildProcess {
  const log = openLog(home)
  const child = spawn('/bin/sh', ['-c', lifeline, 'sh', ...command], {
    ...home.owner.ids,
    cwd: home.home,
    env: quietEnvironment,
    detached: true,
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  child.stdin?.on('error', () => child.stdin?.destroy())
  // A command that forgets to stop() may still end: the lifeline then closes by itself.
  child.unref()
  return child
}

/** Recovery after a power cut can take a while; a dead PostgreSQL is told at once with its last words. */
async function waitUntilReady({ data, log }: Home, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; await wait(10)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const lastWords = readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')
      throw withRemedy('PostgreSQL did not start', new Error(lastWords))
    }
    const found = readPostmaster(data)
    if (found.ready && found.pid === child.pid) return
  }
  throw new Error(`PostgreSQL was not ready after 120 s; see ${log}`)
}

async function makeDatabase(socket: string): Promise<void> {
  if (await connects(socket, embeddedDatabase)) return
  const client = new Client({ ...reach(socket), database: 'postgres', ssl: false })
  await client.connect()
  await client.query(`CREATE DATABASE ${embeddedDatabase}`)
  await client.end()
}

async function connects(socket: string, database: string): Promise<boolean> {
  const client = new Client({ ...reach(socket), database, ssl: false })
  try {
    await client.connect()
    return true
  } catch (error) {
    const missing = error instanceof DatabaseError && error.code === '3D000'
    if (missing) return false
    throw error
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT after 15 s leaves the repair to the next start. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref()
  child.stdin?.destroy()
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(late)
}
