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

/** Writes the facts of a file that is whole, last of all: without them the file counts as not made. */
export async function keepFacts(path: string, facts: unknown): Promise<void> {
  const part = `${path}.json.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(facts))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, `${path}.json`)
}

export async function openCache(cache: Cache): Promise<void> {
  await mkdir(cache.folder, { recursive: true, mode: 0o700 })
}

/** Removes what was not used for longest until the rest fits; answers how many files went. */
export async function trimCache({ folder, mostBytes }: Cache): Promise<number> {
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
  for (const { name, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (bytes <= mostBytes) break
    // Facts first: a file without them is not found.
    await rm(join(folder, `${name}.json`), { force: true })
    await rm(join(folder, name), { force: true })
    bytes -= size
    removed++
  }
  return removed
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
