import type { Piece } from './items.ts'
import { frameSamples } from './mp3-frame.ts'
import type { MasterPlan } from './plan.ts'

/** One MP3 frame at 48 kHz, ms: what chunks are counted in. */
export const frameMs = frameSamples / 48

/** A stretch of a file as one chunk plays it, or silence. Fades are those that fall into it. */
export type Source =
  | { kind: 'silence'; durationMs: number }
  | {
      kind: 'sound'
      file: string
      id: string
      channels: 1 | 2
      startMs: number
      durationMs: number
      gainDb: number
      fadeInMs: number
      /** Where in this stretch the fade to nothing begins, and how long it is; null = none. */
      fadeOut: { atMs: number; durationMs: number } | null
    }

/**
 * A stretch of the master that is encoded by itself. Frames `from` to `to` (exclusive) are its own; it is
 * encoded with frames of its neighbours around it, so that each frame comes out as in one encoding of the whole.
 */
export type Chunk = {
  from: number
  to: number
  /** Neighbouring frames that are encoded with it. */
  before: number
  after: number
  /** Whether all it plays is mono: it is then encoded as mono, in half the time. */
  isMono: boolean
  sources: Source[]
}

/** LAME comes out the same after two frames, and looks ahead by one. */
const context = 6

/** Shorter fades stay whole at any edge of a piece. */
const shortFadeMs = 20

/**
 * How to cut: long lines about every `longestMs`; `context` frames of the neighbours are encoded with each chunk.
 * Where two long lines meet, `seam` frames of each are a chunk by themselves: a change of one line then encodes
 * that line and its seams, and leaves the rest of its neighbours alone.
 */
export type Cutting = { longestMs: number; context: number; seam: number }
export const mp3Cutting: Cutting = { longestMs: 180_000, context, seam: 84 }
/** PCM needs no neighbours. */
export const pcmCutting: Cutting = { longestMs: 300_000, context: 0, seam: 0 }

type Whole = Pick<MasterPlan, 'lines' | 'pieces' | 'durationMs'>

/** Cuts a plan into chunks: at each line, and within long ones. */
export function chunksOf({ lines, pieces, durationMs }: Whole, cutting = mp3Cutting): Chunk[] {
  const total = Math.ceil(durationMs / frameMs)
  const edges = edgesOf(new Set(lines.map(({ startMs }) => startMs)), pieces, total, cutting)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? total
    const first = outOfFade(Math.max(0, from - cutting.context), pieces)
    return chunkOf({ from, to, first, last: Math.min(total, to + cutting.context) }, { pieces, durationMs })
  })
}

function edgesOf(
  lineStarts: Set<number>,
  pieces: readonly Piece[],
  total: number,
  cutting: Cutting,
): number[] {
  const starts = pieces
    .map(({ atMs }) => atMs)
    .filter((atMs) => atMs > 0 && atMs % frameMs === 0 && lineStarts.has(atMs))
    .map((atMs) => atMs / frameMs)
  const lines = [0, ...starts, total]
  const seams = starts.flatMap((start, index) => {
    const room = Math.min(start - (lines[index] ?? 0), (lines[index + 2] ?? total) - start)
    return seamAt(start, room, pieces, cutting.seam)
  })
  const edges = [0, ...seams]
  return [
    ...edges.flatMap((from, index) => splits(from, edges[index + 1] ?? total, pieces, cutting.longestMs)),
    total,
  ]
}

/** The two edges of the seam around a line's start, or the start itself where a line is short or fades. */
function seamAt(start: number, room: number, pieces: readonly Piece[], seam: number): number[] {
  const edges = [start - seam, start + seam]
  const isLong = seam > 0 && room > 10 * seam
  return isLong && edges.every((edge) => isSteady((edge - context) * frameMs, pieces)) ? edges : [start]
}

function splits(from: number, to: number, pieces: readonly Piece[], longestMs: number): number[] {
  const count = Math.ceil(((to - from) * frameMs) / longestMs)
  const wished = Array.from({ length: count }, (_, i) => from + Math.round((i * (to - from)) / count))
  return wished.filter((frame, i) => i === 0 || isSteady((frame - context) * frameMs, pieces))
}

/** Whether no long fade is under way at `atMs`, nor begins or ends within a chunk's context after it. */
function isSteady(atMs: number, pieces: readonly Piece[]): boolean {
  const untilMs = atMs + 2 * context * frameMs
  return pieces.every((piece) => {
    const endMs = piece.atMs + piece.endMs - piece.startMs
    const fadesIn = piece.fadeInMs > shortFadeMs && atMs < piece.atMs + piece.fadeInMs && untilMs > piece.atMs
    const fadesOut = piece.fadeOutMs > shortFadeMs && untilMs > endMs - piece.fadeOutMs && atMs < endMs
    return !fadesIn && !fadesOut
  })
}

type Frames = { from: number; to: number; first: number; last: number }

function chunkOf({ from, to, first, last }: Frames, { pieces, durationMs }: Omit<Whole, 'lines'>): Chunk {
  const [startMs, endMs] = [first * frameMs, Math.min(last * frameMs, durationMs)]
  const isMono = pieces.every(
    (piece) =>
      piece.channels === 1 ||
      piece.atMs >= to * frameMs ||
      piece.atMs + piece.endMs - piece.startMs <= from * frameMs,
  )
  return {
    from,
    to,
    before: from - first,
    after: last - to,
    isMono,
    sources: sourcesOf(startMs, endMs, pieces),
  }
}

/** A fade cannot be begun in its middle: then the context starts where the fade does. */
function outOfFade(frame: number, pieces: readonly Piece[]): number {
  const atMs = frame * frameMs
  for (const piece of pieces) {
    const endMs = piece.atMs + piece.endMs - piece.startMs
    if (atMs <= piece.atMs || atMs >= endMs) continue
    if (atMs < piece.atMs + piece.fadeInMs) return Math.floor(piece.atMs / frameMs)
    if (atMs > endMs - piece.fadeOutMs) return Math.floor((endMs - piece.fadeOutMs) / frameMs)
  }
  return frame
}

function sourcesOf(startMs: number, endMs: number, pieces: readonly Piece[]): Source[] {
  const sources: Source[] = []
  let atMs = startMs
  for (const piece of pieces) {
    const pieceEndMs = piece.atMs + piece.endMs - piece.startMs
    const fromMs = Math.max(startMs, piece.atMs)
    const untilMs = Math.min(endMs, pieceEndMs)
    if (untilMs <= fromMs) continue
    if (fromMs > atMs) sources.push({ kind: 'silence', durationMs: fromMs - atMs })
    sources.push(sourceOf(piece, fromMs - piece.atMs, untilMs - piece.atMs))
    atMs = untilMs
  }
  if (atMs < endMs) sources.push({ kind: 'silence', durationMs: endMs - atMs })
  return sources
}

/** `fromMs` and `untilMs` count from the piece's own start. */
function sourceOf(piece: Piece, fromMs: number, untilMs: number): Source {
  const { file, id, channels, gainDb, fadeInMs, fadeOutMs } = piece
  const fadeOutAtMs = piece.endMs - piece.startMs - fadeOutMs
  return {
    ...{ kind: 'sound', file, id, channels, gainDb },
    startMs: piece.startMs + fromMs,
    durationMs: untilMs - fromMs,
    fadeInMs: fromMs === 0 ? fadeInMs : 0,
    fadeOut:
      untilMs > fadeOutAtMs && fadeOutMs > 0
        ? { atMs: Math.max(0, fadeOutAtMs - fromMs), durationMs: fadeOutMs }
        : null,
  }
}

/** Names all that a chunk's bytes depend on, wherever in a master it stands. */
export function chunkKey(
  { from, to, before, after, isMono, sources }: Chunk,
  encoder: readonly string[],
): string {
  const heard = sources.map((source) => ('id' in source ? { ...source, file: undefined } : source))
  return JSON.stringify(['chunk-1', encoder, to - from, before, after, isMono, heard])
}

/** The filter graph of a chunk: its sources one after the other, `[out]` in float at 48 kHz. */
export function chunkGraph({ sources, isMono }: Pick<Chunk, 'sources' | 'isMono'>, gainDb = 0): string {
  const layout = isMono ? 'mono' : 'stereo'
  let input = 0
  const strands = sources.map((source, index) => {
    const samples = Math.round(source.durationMs * 48)
    const exact = `apad=whole_len=${samples},atrim=end_sample=${samples}`
    if (source.kind === 'silence')
      return `anullsrc=r=48000:cl=${layout},atrim=end_sample=${samples},aformat=sample_fmts=fltp[s${index}]`
    const steps = [
      'aformat=sample_fmts=fltp:sample_rates=48000',
      ...spread(source.channels, isMono),
      `volume=${(source.gainDb + gainDb).toFixed(4)}dB:precision=float`,
      ...(source.fadeInMs > 0 ? [`afade=t=in:st=0:d=${source.fadeInMs / 1000}`] : []),
      ...(source.fadeOut
        ? [`afade=t=out:st=${source.fadeOut.atMs / 1000}:d=${source.fadeOut.durationMs / 1000}`]
        : []),
      exact,
    ]
    return `[${input++}:a]asetpts=N/SR/TB,${steps.join(',')}[s${index}]`
  })
  const all = sources.map((_, index) => `[s${index}]`).join('')
  return `${strands.join(';')};${all}concat=n=${sources.length}:v=0:a=1[out]`
}

/** In float and without ffmpeg's own rules of mixing, which put a mono sound 3 dB lower. */
function spread(channels: 1 | 2, isMono: boolean): string[] {
  if (channels === 1) return isMono ? [] : ['pan=stereo|c0=c0|c1=c0']
  return isMono ? ['pan=mono|c0=0.5*c0+0.5*c1'] : []
}
