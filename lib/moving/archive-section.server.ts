import { findStat } from '#lib/machine/files.server.ts'
import type { PublicHouse } from '#lib/publishing/press.server.ts'
import type { ArchivePart } from './zip-writer.server.ts'

/** A line of the archive's first page: a link, and a word beside it. */
export type Entry = { path: string; words: string; more?: string }
/** One kind of thing in an archive: its files, its links, and the same as plain values. */
export type Section = { parts: ArchivePart[]; entries: Entry[]; data: unknown }

/** A file on our disk, or nothing where it is gone: then its name is said on the first page. */
export async function filePart(
  house: PublicHouse,
  path: string,
  key: string,
  missing: string[],
): Promise<ArchivePart[]> {
  const file = house.files.path(key)
  const found = await findStat(file)
  if (found) return [{ path, file, sizeBytes: found.size }]
  missing.push(path)
  return []
}
