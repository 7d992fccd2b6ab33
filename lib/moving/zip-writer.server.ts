import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A part of an archive: a text, or a file on our disk of `sizeBytes`. Paths are relative, with `/`. */
export type ArchivePart = { path: string; text: string } | { path: string; file: string; sizeBytes: number }

type Writing = { signal: AbortSignal; madeAt: Date; onBytes: (bytes: number) => void }

/** Texts get smaller; sounds and pictures are packed already. */
const packed = /\.(txt|html|md|csv|json|xml|vtt|srt)$/

/**
 * Writes a ZIP of any size (ZIP64 where needed) to `out`, one part after the other, with the memory of one block. A file
 * that is gone or changed meanwhile fails the whole: an archive that lacks something must not look complete.
 */
export async function writeZip(
  out: string,
  parts: readonly ArchivePart[],
  { signal, madeAt, onBytes }: Writing,
) {
  const zip = new ZipFile()
  const broken = new AbortController()
  let reading: ReadStream | null = null
  const failed = (error: Error) => broken.abort(error)
  zip.on('error', failed)
  for (const part of parts) {
    const options = { mtime: madeAt, mode: 0o100644, compress: packed.test(part.path) }
    if ('text' in part) zip.addBuffer(Buffer.from(part.text), part.path, options)
    else
      zip.addReadStreamLazy(part.path, { ...options, size: part.sizeBytes }, (give) => {
        // A missing file must be heard here: the library waits for ever for a stream that failed.
        reading = createReadStream(part.file).on('error', failed)
        give(null, reading)
      })
  }
  zip.end()
  let bytes = 0
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      bytes += piece.length
      onBytes(bytes)
      next(null, piece)
    },
  })
  const stop = AbortSignal.any([signal, broken.signal])
  const stream = new Readable().wrap(zip.outputStream)
  try {
    await pipeline(stream, counted, createWriteStream(out, { mode: 0o600 }), { signal: stop })
  } catch (cause) {
    closeOf(reading)
    throw signal.aborted ? signal.reason : (broken.signal.reason ?? cause)
  }
}

/** A file that was being read when writing stopped. */
function closeOf(reading: ReadStream | null) {
  reading?.destroy()
}
