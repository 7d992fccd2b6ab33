import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
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
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null) return [{ kind: 'file-missing' }]
  if (found.size !== master.sizeBytes) return [{ kind: 'file-broken', what: 'size' }]
  const playedMs = await playedLength(path)
  if (playedMs === null || Math.abs(playedMs - master.durationMs) > TOLERANCE_MS) {
    return [{ kind: 'file-broken', what: 'duration' }]
  }
  return whole && (await digest(path)) !== master.sha256 ? [{ kind: 'file-broken', what: 'bytes' }] : []
}

async function playedLength(path: string): Promise<number | null> {
  try {
    return (await probe(path)).durationMs
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
