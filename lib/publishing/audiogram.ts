import type { TranscriptPart } from '#lib/db/schema.ts'
import { setLettering } from '#lib/machine/lettering.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { transcriptCues } from './transcript.ts'

/** A stretch of an episode, from the first sample of its podcast. */
export type Passage = { startMs: Milliseconds; durationMs: Milliseconds }
/** Words on screen, from the start of the passage. */
export type Caption = { startMs: Milliseconds; endMs: Milliseconds; text: string }

/** How long a film may be, milliseconds. */
export const shortestFilmMs = 5_000
export const longestFilmMs = 60_000

/** Pixels; even, as colours are kept for squares of four. */
export const filmSide = 1080
/** Only a line moves: more would be heavier and look the same. */
export const framesPerSecond = 12
/** Rows of the picture where the captions stand, and where the waveform is. */
export const captionRows = { from: 420, to: 760 }
export const waveRows = { from: 800, to: 960 }
/** Columns of the waveform. */
const waveColumns = { from: 80, to: 1000 }
export const barCount = 92

const brick = '#a63a1e'
const paper = '#fbf7f0'
const faded = '#cf8f7c'
const sun = '#f2b632'

/** What is said in the passage and when, as far as its sentences were found in the sound. */
export function captionsOfPassage(
  parts: readonly TranscriptPart[],
  durationMs: Milliseconds,
  { startMs, durationMs: lengthMs }: Passage,
): Caption[] {
  const timed = parts.filter(({ sentences }) => sentences && sentences.length > 0)
  return transcriptCues(timed, durationMs)
    .map((cue) => ({
      startMs: Math.max(0, cue.startMs - startMs),
      endMs: Math.min(lengthMs, cue.endMs - startMs),
      text: cue.lines.join(' '),
    }))
    .filter((caption) => caption.endMs > caption.startMs)
}

/** Height of each bar, 0–1, from the loudest sample of each share of the sound; the loudest of all is 1. */
export function barsOf(samples: Float32Array, count = barCount): number[] {
  const heights = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * samples.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * samples.length) / count))
    return samples.subarray(from, to).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  })
  const loudest = Math.max(...heights, 1e-6)
  return heights.map((height) => height / loudest)
}

/** The picture without captions, with its waveform as heard already or as still to be heard. */
export function filmSvg(
  { title, showName }: { title: string; showName: string },
  bars: readonly number[],
  isHeard: boolean,
): string {
  const heading = setLettering(title, { width: 920, height: 230, maxSize: 92, minSize: 34, leading: 1 })
  const under = setLettering(showName, { width: 920, height: 44, maxSize: 36, minSize: 22, leading: 1.2 })
  return svg(filmSide, [
    `<rect width="${filmSide}" height="${filmSide}" fill="${brick}"/>`,
    written(heading.path, 80, 72, paper),
    written(under.path, 80, 72 + heading.height + 26, sun),
    wave(bars, isHeard ? sun : faded),
  ])
}

/** A caption on the ground of the film, as high as `captionRows`; '' is the ground alone. */
export function captionSvg(text: string): string {
  const height = captionRows.to - captionRows.from
  const set = setLettering(text, { width: 920, height: height - 20, maxSize: 72, minSize: 34, leading: 1.15 })
  const ground = `<rect width="${filmSide}" height="${height}" fill="${brick}"/>`
  return svg(height, [ground, text === '' ? '' : written(set.path, 80, (height - set.height) / 2, paper)])
}

/** The column up to which the waveform was heard, even; `share` from 0 to 1. */
export function heardColumn(share: number): number {
  const { from, to } = waveColumns
  return 2 * Math.round((from + (to - from) * Math.min(1, Math.max(0, share))) / 2)
}

function wave(bars: readonly number[], colour: string): string {
  const { from, to } = waveColumns
  const step = (to - from) / bars.length
  const middle = (waveRows.from + waveRows.to) / 2
  const most = (waveRows.to - waveRows.from) / 2 - step
  const path = bars.map((height, at) => {
    const half = Math.max(1, height * most)
    return `M${(from + (at + 0.5) * step).toFixed(1)} ${(middle - half).toFixed(1)}v${(2 * half).toFixed(1)}`
  })
  return `<path d="${path.join('')}" stroke="${colour}" stroke-width="${(step * 0.6).toFixed(1)}" stroke-linecap="round"/>`
}

function written(path: string, x: number, y: number, fill: string): string {
  return `<path transform="translate(${x} ${y})" d="${path}" fill="${fill}"/>`
}

function svg(height: number, layers: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${filmSide} ${height}" width="${filmSide}" height="${height}">${layers.join('')}</svg>`
}
