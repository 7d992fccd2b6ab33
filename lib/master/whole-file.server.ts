import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { removeParts, settleParts, soundPart } from '#lib/machine/ffmpeg-part.server.ts'

/** Writes parts one after the other; the file appears under its name whole and on disk, or not at all. Answers its bytes. */
export async function writeWhole(
  path: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  see: (part: Uint8Array) => void,
): Promise<number> {
  let bytes = 0
  try {
    await removeParts([path])
    const file = await open(soundPart(path), 'wx', 0o600)
    try {
      for await (const part of parts) {
        see(part)
        await file.writeFile(part)
        bytes += part.length
      }
    } finally {
      await file.close()
    }
    await settleParts([path])
    return bytes
  } catch (cause) {
    await removeParts([path])
    throw cause
  }
}

/** What a finished file is known by: its bytes, and their SHA-256. */
export async function fingerprintOf(path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return { sizeBytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
