import { access, constants, mkdir, statfs } from 'node:fs/promises'

/** Free space where the radio's files lie, bytes. */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

/** Makes the data directory; an Error says what to do when it cannot be written. */
export async function openDataDirectory(dir: string) {
  try {
    // Others may pass through to the database, which runs under a user of its own, and list nothing.
    await mkdir(dir, { recursive: true, mode: 0o711 })
    await access(dir, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const remedy = 'Give this user the right to write there, or set BOBINE_DATA to another directory'
    throw new Error(`The data directory ${dir} cannot be written. ${remedy}`, { cause })
  }
}
