import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

/** The operating system's user that runs PostgreSQL. `ids` is empty when it is the one we are. */
export type Owner = { uid: number; gid: number; ids: { uid?: number; gid?: number } }

const systemUser = 'la-bobine'
export const systemRoom = '/var/lib/la-bobine'

export function weAreRoot(): boolean {
  return process.getuid?.() === 0
}

/** The name PostgreSQL will read from the socket for us. */
export function ourName(): string {
  try {
    return userInfo().username
  } catch (cause) {
    const uid = process.getuid?.()
    throw new Error(
      `PostgreSQL needs a named user, and uid ${uid} has no line in /etc/passwd: add one, or set POSTGRES_URL`,
      { cause },
    )
  }
}

/**
 * PostgreSQL refuses to run as root: then its data's owner runs it (a directory made earlier by an
 * ordinary user stays theirs), else the system user la-bobine, made here, else nobody.
 */
export function chooseOwner(home: string): Owner {
  if (!weAreRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, ids: {} }
  const data = statSync(join(home, 'data'), { throwIfNoEntry: false })
  if (data && data.uid !== 0) return asOther(data.uid, data.gid)
  const found = lookUp(systemUser) ?? makeSystemUser() ?? lookUp('nobody')
  if (found) return found
  throw new Error(
    'PostgreSQL refuses to run as root and no other user exists: add one named la-bobine, or set POSTGRES_URL',
  )
}

function asOther(uid: number, gid: number): Owner {
  return { uid, gid, ids: { uid, gid } }
}

function lookUp(name: string): Owner | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return null
  return asOther(Number(uid.stdout), Number(gid.stdout))
}

function makeSystemUser(): Owner | null {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', systemRoom]
  const made = spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', systemUser])
  return made.status === 0 ? lookUp(systemUser) : null
}

/** Asks the kernel, not the mode bits: every parent, group and access list counts. */
export function mayEnter(owner: Owner, dir: string): boolean {
  return allows(owner, 'cd "$1"', dir)
}

export function mayRun(owner: Owner, file: string): boolean {
  return allows(owner, 'test -r "$1" && test -x "$1"', file)
}

function allows(owner: Owner, question: string, path: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', question, 'sh', path], { ...owner.ids, cwd: '/', stdio: 'ignore' })
    return true
  } catch (cause) {
    // A shell that started and said no has a status; one that could not become that user has none.
    if (cause instanceof Error && 'status' in cause && cause.status !== null) return false
    throw new Error(
      `Could not become uid ${owner.uid} to run PostgreSQL: start as an ordinary user, or set POSTGRES_URL`,
      { cause },
    )
  }
}
