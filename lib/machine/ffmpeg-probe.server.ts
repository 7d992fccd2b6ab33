import { isUtf8 } from 'node:buffer'
import { type ExecFileException, execFile } from 'node:child_process'
import { open, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'
import { plainTags, type SoundTags } from './sound-tags.ts'

/** Five hours: the longest sound the radio takes. */
export const longestSoundMs = 5 * 3_600_000

/** What a sound file says of itself; `durationMs` and `bitRate` (bits a second) are null when it does not say. */
export type SoundFacts = {
  container: string
  codec: string
  channels: number
  sampleRateHz: number
  durationMs: number | null
  bitRate: number | null
  /** Title, performer … by the names that the file or ffmpeg gives them; absent when there are none. */
  tags?: SoundTags
}

const announced = z.coerce.number().positive().optional().catch(undefined)
const tagged = z.record(z.string(), z.unknown()).optional().catch(undefined)

const probed = z.object({
  format: z.object({ format_name: z.string(), duration: announced, bit_rate: announced, tags: tagged }),
  streams: z
    .array(
      z.object({
        codec_name: z.string().optional(),
        channels: z.int().optional(),
        sample_rate: z.coerce.number().optional(),
        duration: announced,
        bit_rate: announced,
        tags: tagged,
      }),
    )
    .default([]),
})

/** Reads the facts of the first audio stream. Whatever is no sound for radio is a `Refusal`, `sound.…` its reason. */
export async function probe(path: string, signal?: AbortSignal): Promise<SoundFacts> {
  const file = await stat(path)
  // A pipe would be waited for; a directory cannot be read.
  if (!file.isFile()) throw new Refusal('sound.not-audio')
  if (file.size === 0) throw new Refusal('sound.empty')
  const { format, streams } = await askFfprobe(path, signal)
  const stream = streams[0]
  if (!stream?.codec_name) throw new Refusal('sound.not-audio')
  const { channels = 0, sample_rate: sampleRateHz = 0 } = stream
  if (channels < 1 || channels > 8) throw new Refusal('sound.channels', { channels })
  if (sampleRateHz < 8_000 || sampleRateHz > 192_000) throw new Refusal('sound.sample-rate', { sampleRateHz })
  const seconds = stream.duration ?? format.duration
  const durationMs = seconds === undefined ? null : Math.round(seconds * 1000)
  if (durationMs !== null && durationMs > longestSoundMs) throw new Refusal('sound.too-long', { durationMs })
  const bitRate = stream.bit_rate ?? format.bit_rate ?? null
  // Ogg tags the stream, the others the file.
  const tags = plainTags(format.tags, stream.tags)
  return {
    container: format.format_name,
    codec: stream.codec_name,
    channels,
    sampleRateHz,
    durationMs,
    bitRate,
    ...(Object.keys(tags).length > 0 ? { tags } : {}),
  }
}

// Bytes that are no UTF-8 come as they are: old WAV files speak the Windows of their day.
const questions = ['-v', 'error', '-max_alloc', '268435456', '-of', 'json=string_validation=ignore']
const facts = 'format=format_name,duration,bit_rate:stream=codec_name,channels,sample_rate,duration,bit_rate'

async function askFfprobe(path: string, signal?: AbortSignal): Promise<z.infer<typeof probed>> {
  const answer = await runFfprobe(path, `${facts}:format_tags:stream_tags`, signal)
  // Tags of megabytes: the sound is good without them.
  const { error, json, printed } =
    answer.error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
      ? await runFfprobe(path, facts, signal)
      : answer
  if (!error) return probed.parse(JSON.parse(decoded(json)))
  // 126 and 127 are the shell's words for a program that is missing: our fault, not the sound's.
  if (signal?.aborted || typeof error.code !== 'number' || error.code > 125) throw error
  throw await refusalOf(path, new Error(printed.toString().trim().slice(-2000), { cause: error }))
}

type Answer = { error: ExecFileException | null; json: Buffer; printed: Buffer }

function runFfprobe(path: string, entries: string, signal?: AbortSignal): Promise<Answer> {
  const ffprobe = join(import.meta.dirname, 'sandbox', 'ffprobe')
  const asked = [...questions, '-select_streams', 'a', '-show_entries', entries, `file:${resolve(path)}`]
  const bounds = { signal, timeout: 60_000, killSignal: 'SIGKILL', maxBuffer: 4 << 20 } as const
  return new Promise((done) => {
    execFile(ffprobe, asked, { ...bounds, encoding: 'buffer' }, (error, json, printed) =>
      done({ error, json, printed }),
    )
  })
}

function decoded(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes)
}

const script =
  /^\uFEFF?\s*(#EXTM3U|ffconcat version|\[playlist\]|<\?xml|<MPD|<smil|<asx|v=0\r?\n|\[Reference\])/i

async function refusalOf(path: string, cause: Error): Promise<Refusal> {
  const head = await readHead(path)
  return new Refusal(script.test(head) ? 'sound.script' : 'sound.not-audio', {}, { cause })
}

async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
