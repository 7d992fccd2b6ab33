import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'

export type SoundFile = { path: string; name: string; bytes: number; sha256: string }

/** A noise that comes and goes like talk, made by ffmpeg; the ending of `name` chooses the format, `tags` it carries. */
export async function makeSound(
  folder: string,
  name: string,
  seconds: number,
  tags: Record<string, string> = {},
): Promise<SoundFile> {
  const path = join(folder, name)
  const talk = `anoisesrc=color=pink:amplitude=0.4:sample_rate=44100:duration=${seconds},tremolo=f=0.7:d=0.8`
  const said = Object.entries(tags).flatMap(([tag, value]) => ['-metadata', `${tag}=${value}`])
  await run(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', talk, '-ac', '1', ...said, path])
  return { path, name, bytes: (await stat(path)).size, sha256: await sha256(createReadStream(path)) }
}

/** SHA-256 of what an address gives, without holding it in memory. */
export async function sha256Of(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie } })
  if (!response.ok || !response.body) throw new Error(`${response.status} from ${url}`)
  return await sha256(piecesOf(response.body.getReader()))
}

async function* piecesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
}

async function sha256(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of bytes) hash.update(piece)
  return hash.digest('hex')
}
