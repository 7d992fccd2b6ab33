import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** What a master is made from is kept under `folder`: each piece of work once, with what was measured of it. */
export type Cache = { folder: string; mostBytes: number }

/** 4 GB hold about seventy hours of encoded sound, or ten of limited sound. */
export const usualCacheBytes = 4_000_000_000

/** A finished piece of work: its file, and the facts beside it. */
export type Kept<Facts> = { id: string; path: string; facts: Facts }

/** The name of everything that depends on `key`: the same key, the same bytes. */
export const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40)

/** Finds what was made for `key`, and marks it as used; null when it must be made. `read` refuses facts of another time. */
export async function findKept<Facts>(
  { folder }: Cache,
  key: string,
  ending: string,
  read: (stored: unknown) => Facts | null,
): Promise<Kept<Facts> | null> {
  const id = idOf(key)
  const path = join(folder, `${id}${ending}`)
  try {
    const facts = read(JSON.parse(await readFile(`${path}.json`, 'utf8')))
    const now = new Date()
    await utimes(path, now, now)
    return facts === null ? null : { id, path, facts }
  } catch (error) {
    // A power cut may leave half of the facts: then it is made again.
    if (error instanceof SyntaxError || isMissing(error)) return null
    throw error
  }
}

const underWay = new Map<string, Promise<unknown>>()

/**
 * Finds what was made for `key`, or has `make` write it to the path that it is given. Asked twice at once, in one
 * process or in two, it is made under names of their own and kept once. The file counts as made only with its
 * facts, which are written last.
 */
export async function makeKept<Facts>(
  cache: Cache,
  { key, ending, read }: { key: string; ending: string; read: (stored: unknown) => Facts | null },
  make: (path: string) => Promise<Facts>,
): Promise<Kept<Facts>> {
  const id = idOf(key)
  const path = join(cache.folder, `${id}${ending}`)
  const other = underWay.get(path)
  if (other) {
    // Whoever began may give up: then it is made here.
    await Promise.allSettled([other])
    return await makeKept(cache, { key, ending, read }, make)
  }
  const own = join(cache.folder, `${id}-${process.pid}${ending}`)
  const work = (async () => {
    const found = await findKept(cache, key, ending, read)
    if (found) return found
    try {
      const facts = await make(own)
      await rename(own, path)
      await keepFacts(path, facts)
      return { id, path, facts }
    } finally {
      await rm(own, { force: true })
    }
  })()
  // Before any reading, so that whoever asks next waits for this one.
  underWay.set(path, work)
  try {
    return await work
  } finally {
    underWay.delete(path)
  }
}

async function keepFacts(path: string, facts: unknown): Promise<void> {
  const part = `${path}.json.${process.pid}.part`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify(facts))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, `${path}.json`)
  } catch (cause) {
    // Without its facts nobody finds the file, and on a full disk it would take the room of the next try.
    for (const useless of [part, path]) await rm(useless, { force: true })
    throw cause
  }
}

export async function openCache(cache: Cache): Promise<void> {
  await mkdir(cache.folder, { recursive: true, mode: 0o700 })
}

/** What a killed render left unfinished goes after this long, ms. */
const forgottenMs = 3 * 3_600_000

/** Removes what was not used for longest until the rest fits, and what was never finished; answers how many files went. */
export async function trimCache({ folder, mostBytes }: Cache, now = Date.now()): Promise<number> {
  await openCache({ folder, mostBytes })
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.json'))
  const files = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return { name, size, mtimeMs }
    }),
  )
  let bytes = files.reduce((sum, { size }) => sum + size, 0)
  let removed = 0
  for (const { name, size, mtimeMs } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    const isForgotten = !finished.test(name) && now - mtimeMs > forgottenMs
    if (bytes <= mostBytes && !isForgotten) continue
    // Facts first: a file without them is not found.
    await rm(join(folder, `${name}.json`), { force: true })
    await rm(join(folder, name), { force: true, recursive: true })
    bytes -= size
    removed++
  }
  return removed
}

/** Only what is finished has the bare name of its key. */
const finished = /^[0-9a-f]{40}\.\w+$/

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
