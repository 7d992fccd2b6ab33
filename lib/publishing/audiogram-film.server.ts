import sharp from 'sharp'
import { decode } from '#lib/machine/ffmpeg.server.ts'
import { encodeFilm } from '#lib/machine/ffmpeg-film.server.ts'
import { copyArea, emptyPlanes, frameBytes, type Planes, planesOf } from '#lib/machine/film-frame.ts'
import {
  barsOf,
  type Caption,
  captionRows,
  captionSvg,
  filmSide,
  filmSvg,
  framesPerSecond,
  heardColumn,
  type Passage,
  waveRows,
} from './audiogram.ts'

export type ToFilm = Passage & {
  /** Of the podcast's sound. */
  soundPath: string
  title: string
  showName: string
  captions: readonly Caption[]
}

/** Makes the film of a passage, under `path`; `onProgress` hears shares from 0 to 1. */
export async function filmPassage(
  passage: ToFilm,
  path: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
) {
  const { soundPath, startMs, durationMs } = passage
  const bars = barsOf(await readSamples(passage, signal))
  const [before, heard] = await Promise.all([
    drawn(filmSvg(passage, bars, false)),
    drawn(filmSvg(passage, bars, true)),
  ])
  const frames = framesOf(passage, before, heard, onProgress)
  const sound = { path: soundPath, startMs, durationMs }
  await encodeFilm({ frames, side: filmSide, framesPerSecond, sound }, path, signal ? { signal } : {})
}

/** One after the other: the line goes on, the caption changes. */
async function* framesOf(
  { durationMs, captions }: ToFilm,
  before: Planes,
  heard: Planes,
  onProgress: (share: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const count = Math.ceil((durationMs / 1000) * framesPerSecond)
  const frame = emptyPlanes(filmSide, filmSide)
  copyArea(before, frame, { fromRow: 0, toRow: 0, rows: filmSide, columns: [0, filmSide] })
  let line = heardColumn(0)
  let shown = ''
  for (let at = 0; at < count; at++) {
    const nowMs = (at * 1000) / framesPerSecond
    const reached = heardColumn(nowMs / durationMs)
    copyArea(heard, frame, {
      ...{ fromRow: waveRows.from, toRow: waveRows.from, rows: waveRows.to - waveRows.from },
      columns: [line, reached],
    })
    line = reached
    const text = captions.find(({ startMs, endMs }) => startMs <= nowMs && nowMs < endMs)?.text ?? ''
    if (text !== shown) await writeCaption(frame, text)
    shown = text
    onProgress(at / count)
    yield frameBytes(frame)
  }
}

async function writeCaption(frame: Planes, text: string) {
  const rows = captionRows.to - captionRows.from
  const strip = await drawn(captionSvg(text))
  copyArea(strip, frame, { fromRow: 0, toRow: captionRows.from, rows, columns: [0, filmSide] })
}

async function drawn(svg: string): Promise<Planes> {
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#a63a1e' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return planesOf(data, info.width, info.height)
}

/** A drawing needs no more than that. */
const samplesASecond = 8_000

async function readSamples({ soundPath, startMs, durationMs }: ToFilm, signal?: AbortSignal) {
  const how = {
    sampleRateHz: samplesASecond,
    channels: 1,
    startMs,
    durationMs,
    ...(signal ? { signal } : {}),
  }
  const blocks: Float32Array[] = []
  for await (const block of decode(soundPath, how)) blocks.push(block)
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let at = 0
  for (const block of blocks) {
    samples.set(block, at)
    at += block.length
  }
  return samples
}
