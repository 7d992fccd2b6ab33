import type { Features } from './speech-features.ts'

/**
 * Where a script is in a recording of it. The script is a row of states: each sentence's frames as a synthetic voice
 * says them, and before, between and after the sentences one state that stands for anything else (silence, music, words
 * that nobody wrote). The best path gives every frame of the recording one state (Viterbi, 1967; the slopes are those
 * of dynamic time warping, Sakoe and Chiba, 1978). A sentence may be left out.
 */

/** The script's states: `frameOf[c]` is a frame of the synthetic voice, −1 for "anything else". */
export type States = {
  frameOf: Int32Array
  /** The sentence of a state; of "anything else", the sentence that follows. */
  sentenceOf: Int32Array
  /** The state of "anything else" before each sentence, and after the last. */
  gaps: Int32Array
}

/** Which states a frame of the recording may have: from `low[t]` up to `high[t]`, both included. */
export type Band = { low: Int32Array; high: Int32Array }

/** How unlike a frame may be before it counts as something else; 1 is a frame like any other of the script. */
export const anythingElse = 0.84
/** Silence belongs to no sentence, though their quiet frames resemble it. */
const SILENCE = 0.5
/** Dwelling on a state, or hurrying over one, costs this much more than keeping pace. */
const UNEVEN = 0.06
/** Leaving a sentence out costs as much as this share of its frames being wrong. */
const LEFT_OUT = 0.12
const FAR = 1e9

/** The states of sentences that are `lengths` frames long. */
export function statesOf(lengths: readonly number[]): States {
  const frames = lengths.reduce((sum, length) => sum + length, 0)
  const count = frames + lengths.length + 1
  const states = {
    frameOf: new Int32Array(count).fill(-1),
    sentenceOf: new Int32Array(count),
    gaps: new Int32Array(lengths.length + 1),
  }
  let at = 0
  let frame = 0
  lengths.forEach((length, sentence) => {
    states.gaps[sentence] = at
    states.sentenceOf[at++] = sentence
    for (let n = 0; n < length; n += 1) {
      states.sentenceOf[at] = sentence
      states.frameOf[at++] = frame++
    }
  })
  states.gaps[lengths.length] = at
  states.sentenceOf[at] = lengths.length
  return states
}

/** Every state at every time. */
export function wholeBand(times: number, states: States): Band {
  return { low: new Int32Array(times), high: new Int32Array(times).fill(states.frameOf.length - 1) }
}

/** A frame's state, and how unlike the two are (1: as unlike as any two frames). */
export type SpeechPath = { state: Int32Array; unlikeness: Float32Array }

/** The best path of `heard` through the states of `script`, within the band. Below `silenceDb` nobody speaks. */
export function bestPath(
  heard: Features,
  script: Features,
  states: States,
  band: Band,
  silenceDb: number,
): SpeechPath {
  const times = heard.count
  const rowAt = new Float64Array(times + 1)
  for (let t = 0; t < times; t += 1)
    rowAt[t + 1] = (rowAt[t] ?? 0) + ((band.high[t] ?? 0) - (band.low[t] ?? 0) + 1)
  const from = new Uint8Array(rowAt[times] ?? 0)
  const unlike = unlikenessOf(heard, script)
  const count = states.frameOf.length
  let before = new Float32Array(count).fill(FAR)
  let now = new Float32Array(count).fill(FAR)
  for (let t = 0; t < times; t += 1) {
    // Two rows take turns: what this one holds of the row before the last must not be read again.
    if (t >= 2) now.fill(FAR, band.low[t - 2] ?? 0, (band.high[t - 2] ?? 0) + 1)
    const [low, high] = [band.low[t] ?? 0, band.high[t] ?? 0]
    const row = (rowAt[t] ?? 0) - low
    const otherwise = (heard.levelDb[t] ?? 0) < silenceDb ? SILENCE : anythingElse
    for (let c = low; c <= high; c += 1) {
      const frame = states.frameOf[c] ?? -1
      const step = t === 0 ? beginning(c, states) : arrival(c, before, states)
      now[c] = step.cost + (frame < 0 ? otherwise : unlike(t, frame))
      from[row + c] = step.from
    }
    const kept = before
    before = now
    now = kept
  }
  return traced({ states, band, rowAt, from, last: before, heard, unlike })
}

/** How a state is reached: 0 it stays, 1 from the one before, 2 over one, 3 from the gap before (a sentence left out). */
type Step = { cost: number; from: number }
const step: Step = { cost: 0, from: 0 }

function beginning(c: number, { gaps, sentenceOf }: States): Step {
  const sentence = sentenceOf[c] ?? 0
  const gap = gaps[sentence] ?? 0
  // A recording may begin with any sentence: those before it were left out.
  step.cost = c === gap || c === gap + 1 ? leftOut(0, gap) : FAR
  step.from = 0
  return step
}

/** One object is used again: a path has hundreds of millions of steps. */
function arrival(c: number, before: Float32Array, { frameOf, gaps, sentenceOf }: States): Step {
  const isGap = (frameOf[c] ?? -1) < 0
  step.cost = (before[c] ?? FAR) + (isGap ? 0 : UNEVEN)
  step.from = 0
  const paced = c >= 1 ? (before[c - 1] ?? FAR) : FAR
  if (paced < step.cost) {
    step.cost = paced
    step.from = 1
  }
  const hurried = c >= 2 ? (before[c - 2] ?? FAR) + UNEVEN : FAR
  if (hurried < step.cost) {
    step.cost = hurried
    step.from = 2
  }
  if (!isGap || (sentenceOf[c] ?? 0) === 0) return step
  const earlier = gaps[(sentenceOf[c] ?? 0) - 1] ?? 0
  const without = (before[earlier] ?? FAR) + leftOut(earlier, c)
  if (without < step.cost) {
    step.cost = without
    step.from = 3
  }
  return step
}

const leftOut = (fromState: number, toState: number) => LEFT_OUT * (toState - fromState)

/** Distance of a frame to one of the script, over its mean distance to all of the script. */
function unlikenessOf(heard: Features, script: Features): (t: number, frame: number) => number {
  const { width } = heard
  const [a, b] = [heard.values, script.values]
  const distance = (t: number, frame: number) => {
    let sum = 0
    for (let w = 0, i = t * width, j = frame * width; w < width; w += 1, i += 1, j += 1) {
      const apart = (a[i] ?? 0) - (b[j] ?? 0)
      sum += apart * apart
    }
    return Math.sqrt(sum)
  }
  // Some two hundred frames tell the mean well enough.
  const every = Math.max(1, Math.floor(script.count / 200))
  const usual = new Float32Array(heard.count)
  for (let t = 0; t < heard.count; t += 1) {
    let sum = 0
    let asked = 0
    for (let frame = 0; frame < script.count; frame += every) {
      sum += distance(t, frame)
      asked += 1
    }
    usual[t] = Math.max(1e-6, sum / Math.max(1, asked))
  }
  return (t, frame) => distance(t, frame) / (usual[t] ?? 1)
}

type Walked = {
  states: States
  band: Band
  rowAt: Float64Array
  from: Uint8Array
  last: Float32Array
  heard: Features
  unlike: (t: number, frame: number) => number
}

function traced({ states, band, rowAt, from, last, heard, unlike }: Walked): SpeechPath {
  const state = new Int32Array(heard.count)
  const unlikeness = new Float32Array(heard.count)
  let c = ending(states, last)
  for (let t = heard.count - 1; t >= 0; t -= 1) {
    state[t] = c
    const frame = states.frameOf[c] ?? -1
    unlikeness[t] = frame < 0 ? anythingElse : unlike(t, frame)
    const how = from[(rowAt[t] ?? 0) - (band.low[t] ?? 0) + c] ?? 0
    if (how === 3) c = states.gaps[(states.sentenceOf[c] ?? 1) - 1] ?? 0
    else c = Math.max(0, c - how)
  }
  return { state, unlikeness }
}

/** A recording may end with any sentence: those after it were left out. */
function ending({ gaps, frameOf }: States, last: Float32Array): number {
  let best = frameOf.length - 1
  let least = Number.POSITIVE_INFINITY
  for (const gap of gaps) {
    for (const c of [gap, gap - 1]) {
      const cost = (last[c] ?? FAR) + leftOut(gap, frameOf.length - 1)
      if (c >= 0 && cost < least) {
        least = cost
        best = c
      }
    }
  }
  return best
}
