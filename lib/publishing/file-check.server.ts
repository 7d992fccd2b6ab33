import { type FileHandle, open } from 'node:fs/promises'
import type { FileStore } from '#lib/machine/files.server.ts'
import { announcedLength, tagLength } from './mp3-length.ts'
import type { Blocker } from './ready.ts'

type Rendered = { file: string; sizeBytes: number; durationMs: number }

/** Apps are told whole seconds: a file may differ from what the feed says by no more. */
const TOLERANCE_MS = 1000

/**
 * A quick look at the file that would be published: it is there, has the announced size, and says that it plays for the
 * announced time. Every byte is read by the checks before the switch.
 */
export async function checkFile(files: FileStore, master: Rendered): Promise<Blocker[]> {
  const path = files.path(master.file)
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return [{ kind: 'file-missing' }]
  try {
    if ((await file.stat()).size !== master.sizeBytes) return [{ kind: 'file-broken', what: 'size' }]
    const playsMs = announcedLength(await firstFrame(file))
    if (playsMs === null || Math.abs(playsMs - master.durationMs) > TOLERANCE_MS)
      return [{ kind: 'file-broken', what: 'duration' }]
  } finally {
    await file.close()
  }
  return []
}

async function firstFrame(file: FileHandle): Promise<Uint8Array> {
  const head = await file.read(Buffer.alloc(10), 0, 10, 0)
  const frame = await file.read(Buffer.alloc(200), 0, 200, tagLength(head.buffer))
  return frame.buffer.subarray(0, frame.bytesRead)
}
