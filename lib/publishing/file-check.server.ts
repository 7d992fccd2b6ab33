import { type FileHandle, open } from 'node:fs/promises'
import type { FileStore } from '#lib/machine/files.server.ts'
import { fingerprintOf } from '#lib/master/whole-file.server.ts'
import { announcedLength, tagLength } from './mp3-length.ts'
import type { Blocker } from './ready.ts'

type Rendered = { file: string; sizeBytes: number; sha256: string; durationMs: number }

/** Apps are told whole seconds: a file may differ from what the feed says by no more. */
const TOLERANCE_MS = 1000

/**
 * Looks at the file that would be published: it is there, has the announced size and plays for the announced
 * time. `whole` also compares every byte, for the moment of publishing.
 */
export async function checkFile(files: FileStore, master: Rendered, whole: boolean): Promise<Blocker[]> {
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
  return whole && (await fingerprintOf(path)).sha256 !== master.sha256
    ? [{ kind: 'file-broken', what: 'bytes' }]
    : []
}

async function firstFrame(file: FileHandle): Promise<Uint8Array> {
  const head = await file.read(Buffer.alloc(10), 0, 10, 0)
  const frame = await file.read(Buffer.alloc(200), 0, 200, tagLength(head.buffer))
  return frame.buffer.subarray(0, frame.bytesRead)
}
