import { createHash, randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { freeBytes } from './disk.server.ts'
import { once } from './once.ts'

/**
 * What the radio keeps beside its database, each under a key such as `originals/<uuid>`: a shelf, a
 * name, sometimes an ending. Everything lies outside the web's reach and is readable by our user alone.
 */
export type FileStore = {
  /** Absolute path of a key, whether or not something lies there. Throws for what is not a key of ours. */
  path: (key: string) => string
  /** Takes a file of `workFolder` in, by name only; when this returns, bytes and name are safe on disk. */
  put: (key: string, source: string) => Promise<void>
  /** As `put`, for a file anywhere, which stays where it is. */
  putCopy: (key: string, source: string) => Promise<void>
  /** Keeps bytes under `shelf/start` + their own fingerprint + `ending`, and answers that key. */
  putBytes: (start: string, ending: string, bytes: Uint8Array) => Promise<string>
  /** A file that is still to be filled, empty; it may be opened at its `path`. Throws when there is one. */
  begin: (key: string) => Promise<void>
  /** Removing what is not there is fine. */
  remove: (key: string) => Promise<void>
  /** A folder for unfinished work, empty, on the same file system; `name` may be asked for again after a crash. */
  workFolder: (name: string) => Promise<string>
  /** Where such a folder is, whether or not it is there any more. */
  workPath: (name: string) => string
  /** Removes a work folder and what was left in it. */
  dropWork: (name: string) => Promise<void>
  /** Removes unfinished work that nobody touched for an hour; answers how many pieces. */
  sweep: () => Promise<number>
  /** Bytes that may still be written. */
  freeBytes: () => Promise<number>
}

const key = /^[a-z]{1,20}\/[a-z0-9-]{8,80}(\.[a-z0-9]{2,5})?$/
const workName = /^[a-z0-9-]{1,80}$/
const idleMs = 3_600_000

const held = once<FileStore>('files')
export const theFiles = held.get

/** Opens the file store under `<dataDir>/files` and holds it for the process. */
export async function openFiles(dataDir: string): Promise<FileStore> {
  const root = resolve(dataDir, 'files')
  const work = join(root, 'work')
  await mkdir(work, { recursive: true, mode: 0o700 })
  await chmod(root, 0o700)
  const store = storeIn(root, work)
  await store.sweep()
  held.set(store)
  return store
}

function storeIn(root: string, work: string): FileStore {
  const path = (name: string) => {
    if (!key.test(name)) throw new Error(`"${name}" is not the key of a file`)
    return join(root, name)
  }
  const workPath = (name: string) => {
    if (!workName.test(name)) throw new Error(`"${name}" cannot name a work folder`)
    return join(work, name)
  }
  const fresh = () => join(work, randomUUID())
  const put = async (name: string, source: string) => {
    if (!resolve(source).startsWith(root + sep))
      throw new Error('Only a file of the store can be put by name')
    await keep(source, path(name))
  }
  return {
    path,
    put,
    putCopy: async (name, source) => {
      const copy = fresh()
      await copyFile(source, copy, constants.COPYFILE_FICLONE)
      await put(name, copy)
    },
    putBytes: async (start, ending, bytes) => {
      const name = start + createHash('sha256').update(bytes).digest('hex').slice(0, 32) + ending
      const part = fresh()
      const file = await open(part, 'wx', 0o600)
      await file.writeFile(bytes).finally(() => file.close())
      await put(name, part)
      return name
    },
    begin: async (name) => {
      await mkdir(dirname(path(name)), { recursive: true, mode: 0o700 })
      const file = await open(path(name), 'wx', 0o600)
      await file.close()
    },
    remove: async (name) => {
      await rm(path(name), { force: true })
    },
    workFolder: async (name) => {
      const folder = workPath(name)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { mode: 0o700 })
      return folder
    },
    workPath,
    dropWork: (name) => rm(workPath(name), { recursive: true, force: true }),
    sweep: () => sweep(work),
    freeBytes: () => freeBytes(root),
  }
}

/** What the disk knows of a path; null where nothing lies. */
export async function findStat(path: string): Promise<Stats | null> {
  return await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function keep(source: string, target: string) {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await chmod(source, 0o600)
  await flush(source)
  await rename(source, target)
  await flush(dirname(target))
}

/** A name is only safe once its folder is on disk too. */
async function flush(path: string) {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

async function sweep(work: string): Promise<number> {
  let swept = 0
  for (const name of await readdir(work)) {
    if (Date.now() - (await touchedAt(join(work, name))) < idleMs) continue
    await rm(join(work, name), { recursive: true, force: true })
    swept++
  }
  return swept
}

/** Epoch milliseconds of the newest change in a file or a folder; 0 for what was finished meanwhile. */
async function touchedAt(path: string): Promise<number> {
  const found = await findStat(path)
  if (found === null) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const inside = await readdir(path)
  const times = await Promise.all(inside.map((name) => touchedAt(join(path, name))))
  return Math.max(found.mtimeMs, ...times)
}
