import { access, constants, mkdir, statfs } from 'node:fs/promises'

/** Free space where the radio's files lie, bytes. */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir)
  return bavail * bsize
}

/** Whether something lies at a path. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
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

const fullCodes = ['ENOSPC', 'EDQUOT']
/** What ffmpeg and the C library print of it. */
const fullWords = /No space left on device|Disk quota exceeded/

/** Whether something failed because the disk, or our share of it, is full: by its code, its words or its cause. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return fullCodes.includes(code) || fullWords.test(error.message) || isDiskFull(error.cause)
}
