import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Where a file grows until it is whole. Always the same name: a run killed −9 is swept by the next one. */
export function soundPart(path: string): string {
  const whole = resolve(path)
  return join(dirname(whole), `.${basename(whole)}.part`)
}

/** Gives finished parts their names, bytes and names both safe on disk. */
export async function settleParts(paths: readonly string[]): Promise<void> {
  for (const path of paths) await flush(soundPart(path))
  for (const path of paths) await rename(soundPart(path), path)
  for (const folder of new Set(paths.map((path) => dirname(resolve(path))))) await flush(folder)
}

/** Forgets unfinished parts. */
export async function removeParts(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(soundPart(path), { force: true })
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
