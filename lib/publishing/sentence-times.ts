import type { Milliseconds } from '#lib/time/duration.ts'
import { coarser, type Features, frameMs } from './speech-features.ts'
import {
  anythingElse,
  type Band,
  bestPath,
  type SpeechPath,
  type States,
  statesOf,
  wholeBand,
} from './speech-path.ts'

/** When a sentence is heard, from the recording's start. `confidence` 0–1; below `trusted` better not shown. */
export type SentenceTime = { startMs: Milliseconds; endMs: Milliseconds; confidence: number }
/** Speech that no sentence of the script stands for. */
export type Unscripted = { startMs: Milliseconds; endMs: Milliseconds }
export type Alignment = {
  /** One for each sentence, in order; null for one that was not heard. */
  sentences: (SentenceTime | null)[]
  unscripted: Unscripted[]
}

/**
 * A synthetic voice's features of each sentence, one after the other, `lengths` in frames. What follows them are words
 * that are not in the script, to compare with: a script may be one sentence long.
 */
export type SpokenScript = { features: Features; lengths: readonly number[] }

/** From this confidence on, a sentence's time is worth showing, in a recording that is trusted. */
export const trusted = 0.25
/** Half of a recording's sentences must be this sure: else it is another text, or a voice too unlike ours. */
const TRUSTED_MIDDLE = 0.42

/** Whether the times may be shown at all. */
export function isTrusted({ sentences }: Alignment): boolean {
  const sure = sentences.map((one) => one?.confidence ?? 0).sort((a, b) => a - b)
  return (sure[Math.floor(sure.length / 2)] ?? 0) >= TRUSTED_MIDDLE
}

/** Cells of the first, coarse look: some second of work. */
const COARSE_CELLS = 12_000_000
/** How far the fine look may stray from the coarse one, frames (1.2 s). */
const STRAY = 60
/** An unscripted passage worth telling, milliseconds. */
const UNSCRIPTED_MS = 1500
/** This much softer than the sentences around it, it is no speech. */
const SOFTER_DB = 12

/**
 * Finds each sentence of a script in a recording of it: once coarsely over everything, then finely around what was
 * found. Sentences that were left out are null; speech between them that nobody wrote is told apart.
 */
export function sentenceTimes(heard: Features, script: SpokenScript): Alignment {
  if (heard.count === 0 || script.lengths.length === 0)
    return { sentences: script.lengths.map(() => null), unscripted: [] }
  const states = statesOf(script.lengths)
  const silenceDb = silenceOf(heard)
  const band = roughly(heard, script, states, silenceDb)
  const path = bestPath(heard, script.features, states, band, silenceDb)
  const found = script.lengths.map((length, sentence) => foundAt(path, states, sentence, length))
  const sentences = found.map(
    (one, sentence) =>
      one && {
        startMs: one.start * frameMs,
        endMs: one.end * frameMs,
        confidence: confidenceIn(one, heard, script, sentence),
      },
  )
  return { sentences, unscripted: unscriptedIn(heard, path, states) }
}

/** The band around the best path of frames drawn together. */
function roughly(
  heard: Features,
  { features, lengths }: SpokenScript,
  fine: States,
  silenceDb: number,
): Band {
  const factor = Math.max(2, Math.ceil(Math.sqrt((heard.count * features.count) / COARSE_CELLS)))
  const drawn = drawnTogether(features, lengths, factor)
  const coarse = statesOf(drawn.lengths)
  const slow = coarser(heard, factor)
  const path = bestPath(slow, drawn.features, coarse, wholeBand(slow.count, coarse), silenceDb)
  return bandAround(path, { coarse, fine, factor, times: heard.count, stray: STRAY + 2 * factor })
}

/** Frames of one sentence never mix with those of the next. */
function drawnTogether(features: Features, lengths: readonly number[], factor: number): SpokenScript {
  const { width } = features
  const parts: Features[] = []
  let from = 0
  for (const length of lengths) {
    parts.push(coarser(sliceOf(features, from, from + length), factor))
    from += length
  }
  const lengthsDrawn = parts.map((part) => part.count)
  parts.push(coarser(sliceOf(features, from, features.count), factor))
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const joined = { values: new Float32Array(count * width), width, count, levelDb: new Float32Array(count) }
  let at = 0
  for (const part of parts) {
    joined.values.set(part.values, at * width)
    joined.levelDb.set(part.levelDb, at)
    at += part.count
  }
  return { features: joined, lengths: lengthsDrawn }
}

function sliceOf({ values, width, levelDb }: Features, from: number, to: number): Features {
  return {
    values: values.subarray(from * width, to * width),
    width,
    count: to - from,
    levelDb: levelDb.subarray(from, to),
  }
}

type Around = { coarse: States; fine: States; factor: number; times: number; stray: number }

function bandAround(path: SpeechPath, { coarse, fine, factor, times, stray }: Around): Band {
  const last = fine.frameOf.length - 1
  const middle = Int32Array.from(path.state, (state) => fineState(state, coarse, fine, factor))
  const band = { low: new Int32Array(times), high: new Int32Array(times) }
  // Seen from a little earlier and a little later, so that leaps of the coarse path stay within.
  const reach = Math.ceil(stray / factor)
  for (let t = 0; t < times; t += 1) {
    const at = Math.min(middle.length - 1, Math.floor(t / factor))
    let [low, high] = [last, 0]
    for (let near = Math.max(0, at - reach); near <= Math.min(middle.length - 1, at + reach); near += 1) {
      low = Math.min(low, middle[near] ?? 0)
      high = Math.max(high, middle[near] ?? 0)
    }
    band.low[t] = Math.max(0, low - stray)
    band.high[t] = Math.min(last, high + stray)
  }
  return band
}

function fineState(state: number, coarse: States, fine: States, factor: number): number {
  const sentence = coarse.sentenceOf[state] ?? 0
  const within = state - (coarse.gaps[sentence] ?? 0)
  const gap = fine.gaps[sentence] ?? 0
  const end = fine.gaps[sentence + 1] ?? gap
  return within === 0 ? gap : Math.min(Math.max(gap, end - 1), gap + 1 + (within - 1) * factor)
}

/** From `start` to before `end`, in frames of the recording. `share` of the script's frames that were met. */
type Found = { start: number; end: number; alike: number; share: number }

function foundAt(path: SpeechPath, states: States, sentence: number, length: number): Found | null {
  const start = lowerBound(path.state, (states.gaps[sentence] ?? 0) + 1)
  const end = lowerBound(path.state, states.gaps[sentence + 1] ?? 0)
  if (start === end) return null
  let met = 0
  for (let t = start; t < end; t += 1) if (t === start || path.state[t] !== path.state[t - 1]) met += 1
  // One frame in two may be hurried over.
  return { start, end, alike: alikeness(path, start, end), share: Math.min(1, (2 * met) / length) }
}

/** How much more like its script than anything else, on average; 0 = not at all. */
function alikeness({ unlikeness }: SpeechPath, start: number, end: number): number {
  let sum = 0
  for (let t = start; t < end; t += 1) sum += anythingElse - (unlikeness[t] ?? anythingElse)
  return sum / Math.max(1, end - start)
}

/**
 * Voices differ from the synthetic one, each in its own measure, and so do rooms. So what was found is compared with
 * what other words of the script, as long, would have been like at the same place: right words are far more alike.
 */
function confidenceIn(
  { start, end, alike, share }: Found,
  heard: Features,
  script: SpokenScript,
  sentence: number,
): number {
  const length = script.lengths[sentence] ?? 0
  const total = script.features.count
  const first = script.lengths.slice(0, sentence).reduce((sum, one) => sum + one, 0)
  const passage = sliceOf(heard, start, end)
  const others = DECOYS.map((way) => {
    const states = statesOf([length])
    const shift = first + Math.max(length, Math.round(total * way))
    for (let c = 1; c <= length; c += 1) states.frameOf[c] = (shift + c - 1) % total
    const path = bestPath(passage, script.features, states, wholeBand(passage.count, states), -100)
    return Math.max(0, alikeness(path, 0, passage.count))
  })
  const other = Math.max(...others)
  return alike <= 0 ? 0 : Math.max(0, 1 - Math.max(LEAST_ALIKE, other) / alike) * share
}

/** Below this, right and wrong words are the same. */
const LEAST_ALIKE = 0.03

/** How far away the other words are taken from, as shares of the script. */
const DECOYS = [0.16, 0.32, 0.48, 0.64, 0.8]

/** Softer than this nobody speaks, dBFS: nearer to the softest tenth of the recording than to its loudest. */
function silenceOf({ levelDb }: Features): number {
  const levels = levelDb.toSorted()
  const at = (share: number) => levels[Math.floor(levels.length * share)] ?? -100
  const [soft, loud] = [at(0.1), at(0.9)]
  return Math.min(loud - 10, Math.max(loud - 30, soft + 0.35 * (loud - soft)))
}

/** The first time at which the path has come to `state`, or past it: a path never goes back. */
function lowerBound(path: Int32Array, state: number): number {
  let [low, high] = [0, path.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((path[middle] ?? 0) < state) low = middle + 1
    else high = middle
  }
  return low
}

function unscriptedIn(heard: Features, path: SpeechPath, states: States): Unscripted[] {
  const isElse = (t: number) => (states.frameOf[path.state[t] ?? 0] ?? -1) < 0
  const speechDb = middleOf(
    Array.from({ length: heard.count }, (_, t) => t).filter((t) => !isElse(t)),
    heard,
  )
  const found: Unscripted[] = []
  for (let t = 0; t < heard.count; t += 1) {
    if (!isElse(t)) continue
    const from = t
    while (t < heard.count && isElse(t)) t += 1
    const [start, end] = loudPart(heard, from, t, speechDb - SOFTER_DB)
    if ((end - start) * frameMs >= UNSCRIPTED_MS)
      found.push({ startMs: start * frameMs, endMs: end * frameMs })
  }
  return found
}

/** The median level of some frames, dBFS. */
function middleOf(times: readonly number[], heard: Features): number {
  const levels = times.map((t) => heard.levelDb[t] ?? -100).sort((a, b) => a - b)
  return levels[Math.floor(levels.length / 2)] ?? -100
}

function loudPart({ levelDb }: Features, from: number, to: number, thresholdDb: number): [number, number] {
  let [start, end] = [from, to]
  while (start < end && (levelDb[start] ?? -100) < thresholdDb) start += 1
  while (end > start && (levelDb[end - 1] ?? -100) < thresholdDb) end -= 1
  return [start, end]
}
