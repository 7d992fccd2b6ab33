import type { ClipEdit } from '#lib/db/schema.ts'
import { type EditedSound, keptParts, untouched } from './edit.ts'

/** A prepared take as it is joined to others. */
export type JoinedTake = {
  path: string
  sound: EditedSound
  edit: ClipEdit | null
  integratedLufs: number | null
}
export type Joining = { inputs: { path: string; startMs: number; durationMs: number }[]; graph: string }

/** Between two takes one breathes, milliseconds. */
const pauseMs = 250
/** Takes recorded from farther away set the level; the others come down to it by at most this, dB. */
const mostLoweredDb = 12

/**
 * Takes one after the other as one sound: each as it was cut, or without the silence at its ends when nobody cut it;
 * brought to the level of the faintest, so that nothing clips; a breath between them. For `encodeGraph`.
 */
export function joining(takes: readonly JoinedTake[]): Joining {
  const pieces = takes.flatMap((take) => {
    const edit = take.edit ?? { ...untouched, keepsSilence: false }
    const gainDb = loweredDb(take, takes) + edit.gainDb
    const parts = keptParts(edit, take.sound)
    return parts.map(({ startMs, endMs }, at) => ({
      path: take.path,
      startMs,
      durationMs: endMs - startMs,
      gainDb,
      fadeInMs: at === 0 ? edit.fadeInMs : 0,
      fadeOutMs: at === parts.length - 1 ? edit.fadeOutMs : 0,
      pauseMs: at === parts.length - 1 && take !== takes.at(-1) ? pauseMs : 0,
    }))
  })
  const said = pieces.map((piece, at) => `[${at}:a]${filtersOf(piece)}[p${at}]`)
  const all = pieces.map((_, at) => `[p${at}]`).join('')
  return {
    inputs: pieces.map(({ path, startMs, durationMs }) => ({ path, startMs, durationMs })),
    graph: [...said, `${all}concat=n=${pieces.length}:v=0:a=1[out]`].join(';'),
  }
}

function loweredDb({ integratedLufs }: JoinedTake, all: readonly JoinedTake[]): number {
  const levels = all.flatMap((take) => take.integratedLufs ?? [])
  if (integratedLufs === null || levels.length === 0) return 0
  return Math.max(-mostLoweredDb, Math.min(...levels) - integratedLufs)
}

type Piece = { durationMs: number; gainDb: number; fadeInMs: number; fadeOutMs: number; pauseMs: number }

function filtersOf({ durationMs, gainDb, fadeInMs, fadeOutMs, pauseMs }: Piece): string {
  // A cut in the middle of a wave would click.
  const rise = Math.max(10, fadeInMs)
  const fall = Math.max(10, fadeOutMs)
  return [
    'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo',
    `volume=${gainDb.toFixed(2)}dB`,
    `afade=t=in:d=${rise}ms`,
    `afade=t=out:st=${Math.max(0, durationMs - fall)}ms:d=${fall}ms`,
    ...(pauseMs > 0 ? [`apad=pad_dur=${pauseMs}ms`] : []),
  ].join(',')
}
