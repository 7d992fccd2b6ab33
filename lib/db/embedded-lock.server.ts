import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { isCode } from './embedded-binaries.server.ts'
import { give, type Home } from './embedded-home.server.ts'

export type HolderKind = 'server' | 'command'
const holderSchema = z.object({
  kind: z.enum(['server', 'command']),
  pid: z.number().int(),
  born: z.string(),
  socket: z.string(),
})
export type Holder = z.infer<typeof holderSchema>

/** Somebody else holds this database. The message names the process and what to do. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning'
}

/** Longest wait in ms for a holder of that kind to leave. A server stays, so nobody waits for it. */
const patienceMs = { server: 1_200, command: 60_000 }

/**
 * Takes the lock of `home`; the kernel frees it however we die. A fresh holder may not have signed yet,
 * so one that is unknown gets a server's patience.
 */
export async function takeLock(home: Home): Promise<() => void> {
  const since = Date.now()
  for (;;) {
    const release = tryLock(home)
    if (release) return release
    const holder = readHolder(home.holder)
    if (Date.now() - since > patienceMs[holder?.kind ?? 'server']) throw refusal(home.home, holder)
    await wait(50)
  }
}

function refusal(home: string, holder: Holder | null): AlreadyRunning {
  const who = holder ? `process ${holder.pid}` : 'another process'
  const what = holder?.kind === 'command' ? 'A command of La Bobine still works' : 'La Bobine already runs'
  return new AlreadyRunning(`${what} on ${home} (${who}): stop it first, or set another BOBINE_DATA`)
}

/** SQLite's exclusive lock is the only one Node gives that the operating system drops at a kill −9. */
function tryLock({ lock, owner }: Home): (() => void) | null {
  const file = new DatabaseSync(lock)
  try {
    file.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    give(owner, lock, 0o600)
    return () => file.isOpen && file.close()
  } catch (error) {
    file.close()
    if (error instanceof Error && error.message.includes('locked')) return null
    throw error
  }
}

/** Signs the lock, so that others know whom to join, wait for, or name in their refusal. */
export function sign(home: Home, kind: HolderKind, socket: string): void {
  const holder: Holder = { kind, pid: process.pid, born: birthOf(process.pid) ?? '', socket }
  writeFileSync(`${home.holder}.new`, JSON.stringify(holder))
  give(home.owner, `${home.holder}.new`, 0o600)
  renameSync(`${home.holder}.new`, home.holder)
}

/** The living process that holds the lock, or null. */
export function readHolder(file: string): Holder | null {
  if (!existsSync(file)) return null
  const holder = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return birthOf(holder.pid) === holder.born ? holder : null
}

/** A process number is used again after a reboot; with its birth (in clock ticks since boot) it is not. */
function birthOf(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    const [state, ...fields] = afterName.split(' ')
    return state === 'Z' ? null : (fields[18] ?? null)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH')) return null
    throw error
  }
}

/**
 * Waits for an earlier PostgreSQL on `data` to be gone (its lifeline closed when its owner died), then
 * removes its pid file: after a reboot that number may belong to a stranger, and PostgreSQL would refuse.
 */
export async function waitForLeftovers(data: string): Promise<void> {
  const since = Date.now()
  for (let left = workingIn(data); left.length > 0; left = workingIn(data)) {
    const waited = Date.now() - since
    if (waited > 30_000)
      throw new Error(
        `An earlier PostgreSQL (process ${left.join(', ')}) on ${data} does not stop: end it, then start again`,
      )
    // Fast shutdown first; after 20 s leave at once, which the next start repairs from the journal.
    tellToStop(data, waited > 20_000 ? 'SIGQUIT' : 'SIGINT')
    await wait(50)
  }
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** Every process of PostgreSQL has its data directory as working directory. */
function workingIn(data: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => workingDirectory(pid) === data).map(Number)
}

function workingDirectory(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return null
    throw error
  }
}

function tellToStop(data: string, signal: NodeJS.Signals): void {
  const pid = readPostmaster(data).pid
  if (pid === null || workingDirectory(String(pid)) !== data) return
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isCode(error, 'ESRCH')) throw error
  }
}

/** What `postmaster.pid` tells; `ready` once connections are accepted. */
export function readPostmaster(data: string): { pid: number | null; ready: boolean } {
  const file = join(data, 'postmaster.pid')
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    const pid = Number.parseInt(lines[0] ?? '', 10)
    return { pid: Number.isNaN(pid) ? null : pid, ready: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if (isCode(error, 'ENOENT')) return { pid: null, ready: false }
    throw error
  }
}
