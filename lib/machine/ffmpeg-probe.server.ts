import { type ExecFileException, execFile } from 'node:child_process'
import { open, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

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
}

const announced = z.coerce.number().positive().optional().catch(undefined)

const probed = z.object({
  format: z.object({ format_name: z.string(), duration: announced, bit_rate: announced }),
  streams: z
    .array(
      z.object({
        codec_name: z.string().optional(),
        channels: z.int().optional(),
        sample_rate: z.coerce.number().optional(),
        duration: announced,
        bit_rate: announced,
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
  return {
    container: format.format_name,
    codec: stream.codec_name,
    channels,
    sampleRateHz,
    durationMs,
    bitRate,
  }
}

const questions = ['-v', 'error', '-max_alloc', '268435456', '-of', 'json', '-select_streams', 'a']

async function askFfprobe(path: string, signal?: AbortSignal): Promise<z.infer<typeof probed>> {
  const ffprobe = join(import.meta.dirname, 'sandbox', 'ffprobe')
  const asked = [...questions, '-show_format', '-show_streams', `file:${resolve(path)}`]
  const bounds = { signal, timeout: 60_000, killSignal: 'SIGKILL', maxBuffer: 4 << 20 } as const
  const { error, json, printed } = await new Promise<Answer>((done) => {
    execFile(ffprobe, asked, bounds, (error, json, printed) => done({ error, json, printed }))
  })
  if (!error) return probed.parse(JSON.parse(json))
  // 126 and 127 are the shell's words for a program that is missing: our fault, not the sound's.
  if (signal?.aborted || typeof error.code !== 'number' || error.code > 125) throw error
  throw await refusalOf(path, new Error(printed.trim().slice(-2000), { cause: error }))
}

type Answer = { error: ExecFileException | null; json: string; printed: string }

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
