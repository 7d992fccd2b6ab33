import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { feedEncoding } from './feed-encoding.ts'
import { feedReader } from './feed-reading.ts'
import type { FeedNote, MovedItem, MovedShow } from './moved.ts'

/** More than any feed that apps would read. */
export const mostFeedBytes = 64 << 20

/** Reads a feed that lies on our disk, twice: once for its encoding, once for what it says. */
export async function readFeedFile(
  path: string,
  base: string | null,
  onItem: (item: MovedItem) => void,
): Promise<{ show: MovedShow; notes: FeedNote[] }> {
  const decoder = new TextDecoder(feedEncoding(await headOf(path), await isUtf8(path)))
  const reader = feedReader({ base, onItem })
  for await (const piece of createReadStream(path)) reader.read(decoder.decode(piece, { stream: true }))
  reader.read(decoder.decode())
  return reader.finish()
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(300), 0, 300, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path)) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
