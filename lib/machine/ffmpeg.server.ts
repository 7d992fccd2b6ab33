import { join, resolve } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import Ffmpeg from 'fluent-ffmpeg'
import { mendStart } from './ffmpeg-mend.ts'
import { removeParts, settleParts, soundPart } from './ffmpeg-part.server.ts'

// Pages that plan a master hold a copy of this file, in a bundle that stands in no folder and never runs it.
const sandbox = `${import.meta.dirname}/sandbox`

/**
 * The honest formats. HLS, ffconcat, SDP and their like are scripts that make ffmpeg open other files:
 * the protocol whitelist alone lets them play any file of this machine.
 */
export const formats = 'mp3,wav,w64,flac,ogg,mov,aac,matroska,aiff,caf,amr,asf'
const guarded = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', formats, '-max_alloc', '268435456']
const quiet = ['-hide_banner', '-nostdin', '-v', 'error', '-stats']

const longestRunMs = 2 * 3_600_000

/** ffmpeg stopped by itself. `exitCode` is null when a signal ended it; the tail of what it printed is the cause. */
export class FfmpegFailure extends Error {
  override readonly name = 'FfmpegFailure'
  readonly exitCode: number | null

  constructor(command: string, why: Error, printed: string) {
    const tail = printed.trim().split('\n').slice(-12).join('\n')
    const reason = why.message.split('\n')[0]
    super(`Could not finish "${command}": ${reason}`, { cause: new Error(tail || why.message) })
    const code = /exited with code (\d+)/.exec(why.message)?.[1]
    this.exitCode = code ? Number(code) : null
  }
}

/** `limitMs` bounds the wall clock, two hours unless told; `signal` kills within a second. */
export type Run = { signal?: AbortSignal | undefined; limitMs?: number }

/** An ffmpeg command on one sound of ours, fenced; `loud` keeps what filters print. */
export function ffmpegOn(
  path: string,
  { options = [] as string[], loud = false } = {},
): Ffmpeg.FfmpegCommand {
  const voice = loud ? ['-hide_banner', '-nostdin', '-nostats', '-v', 'info'] : quiet
  return fenced()
    .input(`file:${resolve(path)}`)
    .inputOptions([...voice, ...guarded, ...options])
}

/** An ffmpeg command on stretches of several files of ours, fenced like `ffmpegOn`. Milliseconds. */
export function ffmpegOnMany(
  inputs: readonly { path: string; startMs: number; durationMs: number }[],
): Ffmpeg.FfmpegCommand {
  const command = fenced().addOption(quiet)
  for (const { path, startMs, durationMs } of inputs) {
    const span = ['-ss', `${startMs}ms`, '-t', `${durationMs}ms`]
    command.input(`file:${resolve(path)}`).inputOptions([...guarded, ...span])
  }
  return command
}

// fluent-ffmpeg probes its input by itself to count percents: that must happen inside the fence too.
function fenced(): Ffmpeg.FfmpegCommand {
  return mendStart(Ffmpeg({ stdoutLines: 400 }))
    .setFfmpegPath(join(sandbox, 'ffmpeg'))
    .setFfprobePath(join(sandbox, 'ffprobe'))
}

/** Runs a command built with `ffmpegOn` to its end, `start` being `run` or `pipe`; answers what it printed. */
export function runFfmpeg(
  command: Ffmpeg.FfmpegCommand,
  start: () => unknown,
  { signal, limitMs = longestRunMs }: Run = {},
): Promise<string> {
  signal?.throwIfAborted()
  const limit = AbortSignal.timeout(limitMs)
  const stop = signal ? AbortSignal.any([signal, limit]) : limit
  const kill = () => command.kill('SIGKILL')
  let line = 'ffmpeg'
  return new Promise<string>((done, fail) => {
    command.on('start', (started: string) => {
      line = started
      if (stop.aborted) kill()
      else stop.addEventListener('abort', kill, { once: true })
    })
    command.on('end', (_out: string | null, printed: string | null) => done(printed ?? ''))
    command.on('error', (why: Error, _out: string | null, printed: string | null) =>
      fail(
        signal?.aborted
          ? signal.reason
          : new FfmpegFailure(line, limit.aborted ? limit.reason : why, printed ?? ''),
      ),
    )
    start()
  }).finally(() => stop.removeEventListener('abort', kill))
}

let knownFilters: Promise<ReadonlySet<string>> | null = null

/** The names of the filters that this ffmpeg was built with; asked once. */
export function availableFilters(): Promise<ReadonlySet<string>> {
  knownFilters ??= new Promise<ReadonlySet<string>>((done, fail) =>
    fenced().availableFilters((error, filters) =>
      error
        ? fail(new Error('Could not ask ffmpeg for its filters', { cause: error }))
        : done(new Set(Object.keys(filters))),
    ),
  )
  return knownFilters.catch((error: unknown) => {
    knownFilters = null
    throw error
  })
}

export type Decoding = Run & {
  sampleRateHz: number
  /** 1–8; other layouts are mixed by ffmpeg's rules, which put a mono sound 3 dB lower in each of two channels. */
  channels: number
  startMs?: number
  durationMs?: number
  onProgress?: ((decodedMs: number) => void) | undefined
}

/**
 * The first audio stream as interleaved Float32 blocks of up to 200 ms. Values beyond ±1 are kept.
 * Leaving the loop early, or aborting, kills ffmpeg.
 */
export async function* decode(path: string, how: Decoding): AsyncGenerator<Float32Array> {
  const seek = how.startMs ? ['-ss', `${how.startMs}ms`] : []
  const span = how.durationMs === undefined ? [] : ['-t', `${how.durationMs}ms`]
  const command = ffmpegOn(path, { options: seek }).outputOptions([
    ...['-map', '0:a:0', ...span, '-f', 'f32le', '-ac', `${how.channels}`, '-ar', `${how.sampleRateHz}`],
  ])
  // fluent-ffmpeg takes an early 'close' of its target for a failure.
  const pcm = new PassThrough({ emitClose: false, highWaterMark: 1 << 18 })
  const left = new AbortController()
  const signal = how.signal ? AbortSignal.any([how.signal, left.signal]) : left.signal
  const run = runFfmpeg(command, () => command.pipe(pcm, { end: true }), { ...how, signal })
  const settled = run.then(
    () => null,
    (why: unknown) => {
      pcm.destroy()
      return { why }
    },
  )
  let decodedFrames = 0
  try {
    for await (const block of blocksOf(pcm, Math.round(how.sampleRateHz / 5) * how.channels)) {
      decodedFrames += block.length / how.channels
      how.onProgress?.((decodedFrames / how.sampleRateHz) * 1000)
      yield block
    }
    const failed = await settled
    if (failed) throw failed.why
  } catch (cause) {
    // The stream's "premature close" hides why ffmpeg stopped.
    left.abort()
    throw (await settled)?.why ?? cause
  } finally {
    left.abort()
    await settled
  }
}

async function* blocksOf(pcm: AsyncIterable<Buffer>, length: number): AsyncGenerator<Float32Array> {
  let block = Buffer.alloc(length * 4)
  let filled = 0
  for await (const chunk of pcm) {
    for (let from = 0; from < chunk.length; ) {
      const copied = chunk.copy(block, filled, from)
      from += copied
      filled += copied
      if (filled < block.length) continue
      yield new Float32Array(block.buffer, block.byteOffset, length)
      block = Buffer.alloc(length * 4)
      filled = 0
    }
  }
  if (filled >= 4) yield new Float32Array(block.buffer, block.byteOffset, filled >> 2)
}

/** A file of ours, or interleaved Float32 blocks as they come. `filter` is ours too, never a person's text. */
export type SoundSource =
  | { path: string; filter?: string }
  | { pcm: AsyncIterable<Float32Array>; sampleRateHz: number; channels: number }

/** `options` choose codec and container (`-f` included: the temporary name tells ffmpeg nothing). */
export type SoundOutput = { path: string; options: readonly string[] }

/** Metadata, chapters and pictures of the input never reach an output; equal input gives equal bytes. */
const bare = [
  ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
  ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
]

/**
 * Encodes one source to several files at once. Each appears whole under its name, or not at all:
 * a failure or an abort leaves nothing behind.
 */
export async function encode(
  source: SoundSource,
  outputs: readonly SoundOutput[],
  { onProgress, ...run }: Run & { onProgress?: (encodedMs: number) => void } = {},
): Promise<void> {
  const broken = new AbortController()
  const signal = run.signal ? AbortSignal.any([run.signal, broken.signal]) : broken.signal
  const bytes = 'pcm' in source ? Readable.from(bytesOf(source.pcm, broken), pcmStream) : null
  const command =
    bytes && 'pcm' in source ? ffmpegOnPcm(bytes, source) : ffmpegOn('path' in source ? source.path : '')
  for (const { path, options } of outputs) {
    command.output(`file:${soundPart(path)}`).outputOptions([...bare, ...options])
    if ('path' in source && source.filter) command.audioFilters(source.filter)
  }
  if (onProgress) command.on('progress', ({ timemark }) => onProgress(timemarkMs(timemark)))
  const paths = outputs.map(({ path }) => path)
  try {
    // What a killed run left would stop ffmpeg: it overwrites nothing.
    await removeParts(paths)
    await runFfmpeg(command, () => command.run(), { ...run, signal })
    await settleParts(paths)
  } catch (cause) {
    await removeParts(paths)
    throw cause
  } finally {
    bytes?.destroy()
  }
}

const pcmStream = { objectMode: false, highWaterMark: 1 << 18 }

// A source that fails must kill ffmpeg and be the reason given; as a stream error it would only be logged.
async function* bytesOf(pcm: AsyncIterable<Float32Array>, broken: AbortController): AsyncGenerator<Buffer> {
  try {
    for await (const block of pcm) yield Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  } catch (cause) {
    broken.abort(cause)
  }
}

function ffmpegOnPcm(
  bytes: Readable,
  { sampleRateHz, channels }: { sampleRateHz: number; channels: number },
) {
  const shape = ['-f', 'f32le', '-ar', `${sampleRateHz}`, '-ac', `${channels}`]
  return fenced()
    .input(bytes)
    .inputOptions([...quiet, '-protocol_whitelist', 'file,pipe', ...shape])
}

/** `00:01:02.50` → 62 500; ffmpeg says `N/A` before the first packet, which counts as 0. */
export function timemarkMs(mark: string): number {
  const [, hours, minutes, seconds] = /^(\d+):(\d+):([\d.]+)$/.exec(mark) ?? []
  return Math.round((Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000)
}
