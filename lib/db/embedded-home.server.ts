import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isCode } from './embedded-binaries.server.ts'
import { chooseOwner, mayEnter, type Owner, ourName, systemRoom, weAreRoot } from './embedded-owner.server.ts'
import { accessRules, embeddedMajor, socketFits } from './embedded-settings.ts'

/** Where one embedded PostgreSQL lives: `home` holds `data`, its socket, its log and its lock. */
export type Home = { home: string; owner: Owner; data: string; log: string; lock: string; holder: string }

export function pathsOf(home: string) {
  const at = (name: string) => join(home, name)
  return { home, data: at('data'), log: at('postgres.log'), lock: at('lock'), holder: at('holder.json') }
}

/** The real directory behind `dir`, or null when no database was ever made there. */
export function findHome(dir: string): string | null {
  return existsSync(dir) ? realpathSync(dir) : null
}

/** Makes `dir` ready for PostgreSQL's user, elsewhere on the disk when that user cannot reach it. */
export function openHome(dir: string): Home {
  try {
    return settle(dir)
  } catch (cause) {
    throw withRemedy(`Could not prepare the database's directory ${dir}`, cause)
  }
}

function settle(dir: string): Home {
  mkdirSync(dirname(dir), { recursive: true })
  const isLink = lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink()
  if (isLink && !existsSync(dir))
    throw new Error(`${dir} points to a directory that is gone; put it back or remove the link`)
  if (!existsSync(dir)) mkdirSync(dir, { mode: 0o700 })
  const owner = chooseOwner(realpathSync(dir))
  give(owner, dir, 0o700)
  const home = mayEnter(owner, realpathSync(dir)) ? realpathSync(dir) : moveOut(dir, owner)
  checkMajor(join(home, 'data'))
  return { ...pathsOf(home), owner }
}

/**
 * A clone in a 0700 directory of root's is closed to every other user. The link left behind is the only
 * way back, so that removing the data directory starts anew and never meets an older database by surprise.
 */
function moveOut(dir: string, owner: Owner): string {
  if (existsSync(join(dir, 'data'))) {
    throw new Error(`uid ${owner.uid} cannot enter ${dir}: let others pass through its parents (chmod o+x)`)
  }
  mkdirSync(systemRoom, { recursive: true, mode: 0o755 })
  const hash = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 12)
  const home = mkdtempSync(join(systemRoom, `${hash}-`))
  give(owner, home, 0o700)
  rmSync(dir, { recursive: true })
  symlinkSync(home, dir)
  return home
}

function checkMajor(data: string): void {
  const file = join(data, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : embeddedMajor
  if (found !== embeddedMajor) {
    throw new Error(
      `${data} was made by PostgreSQL ${found}, this is ${embeddedMajor}: restore a backup into a new BOBINE_DATA`,
    )
  }
}

/** Sets owner and mode; without root it is ours already. */
export function give(owner: Owner, path: string, mode: number): void {
  chmodSync(path, mode)
  if (weAreRoot()) chownSync(path, owner.uid, owner.gid)
}

/** A directory that only PostgreSQL's user (and root) can enter, short enough for a socket's path. */
export function makeSocketDir({ home, owner }: Home): string {
  const inside = join(home, 'socket')
  const dir = socketFits(inside)
    ? inside
    : mkdtempSync(join(socketFits(join(tmpdir(), 'bobine-123456')) ? tmpdir() : '/tmp', 'bobine-'))
  mkdirSync(dir, { recursive: true })
  give(owner, dir, 0o700)
  return dir
}

/** Writes who may connect: the user we are, by the socket's own credentials, without a password. */
export function writeAccess(home: Home): { hba: string; ident: string } {
  const rules = accessRules([ourName()])
  const write = (name: string, text: string) => {
    const path = join(home.home, name)
    writeFileSync(`${path}.new`, text)
    give(home.owner, `${path}.new`, 0o600)
    renameSync(`${path}.new`, path)
    return path
  }
  return { hba: write('pg_hba.conf', rules.hba), ident: write('pg_ident.conf', rules.ident) }
}

/** The log's descriptor, opened to append; past 4 MiB the old text moves to `postgres.log.1`. */
export function openLog({ log, owner }: Home): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > 4 * 1024 * 1024) renameSync(log, `${log}.1`)
  closeSync(openSync(log, 'a'))
  give(owner, log, 0o600)
  return openSync(log, 'a')
}

/** The same failure, told with what was attempted and what to do about it. */
export function withRemedy(attempt: string, cause: unknown): Error {
  const said = cause instanceof Error ? cause.message : String(cause)
  if (isCode(cause, 'ENOSPC', 'EDQUOT') || /No space left on device|free disk space/.test(said)) {
    return new Error(`${attempt}: no space left on the disk. Free some, then start again`, { cause })
  }
  if (isCode(cause, 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR')) {
    return new Error(`${attempt}: it cannot be written (${said}). Set BOBINE_DATA to a directory that can`, {
      cause,
    })
  }
  return new Error(`${attempt}: ${said}`, { cause })
}
