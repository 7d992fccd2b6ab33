import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { lookedTag } from './id3-look.ts'
import { tagLength } from './mp3-length.ts'
import { mp3Walk } from './mp3-walk.ts'
import type { SoundOnDisk } from './self-check.ts'

/** Larger than any tag that we write; what is beyond is not looked for. */
const mostTagBytes = 20_000_000

/** Reads a whole MP3 once: its bytes, its fingerprint, its tag, and how long it plays. */
export async function readSoundOnDisk(path: string): Promise<SoundOnDisk> {
  const head = await readTag(path)
  const hash = createHash('sha256').update(head)
  const walk = mp3Walk()
  let sizeBytes = head.length
  for await (const piece of createReadStream(path, { start: head.length, highWaterMark: 1 << 19 })) {
    hash.update(piece)
    walk.see(piece)
    sizeBytes += piece.length
  }
  return { ...walk.end(), sizeBytes, sha256: hash.digest('hex'), tag: lookedTag(head) }
}

async function readTag(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const start = await file.read(Buffer.alloc(10), 0, 10, 0)
    const length = Math.min(tagLength(start.buffer), mostTagBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
