import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TextBlock } from '#lib/example/shape.ts'
import { asSpoken, type Voice, voices } from './voices.ts'

const run = promisify(execFile)

/** espeak-ng's own rate. */
export const speechHz = 22_050

export type Line = { by: string; sentence: string; pauseAfter: 'sentence' | 'block' | 'turn' }
export type SpokenLine = { by: string; startS: number; samples: Float32Array }
export type Take = { lines: SpokenLine[]; wordsPerMinute: number; longestGapS: number }

const pauseS = { sentence: 0.42, block: 0.7, turn: 0.58 }
const headS = 0.15
const tailS = 0.35

/** The sentences that are read aloud, in order. */
export function linesOf(blocks: TextBlock[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    if (!('by' in block)) continue
    const last = lines.at(-1)
    if (last && last.by !== block.by) last.pauseAfter = 'turn'
    const sentences = block.text.split(/(?<=[.?!…])\s+/)
    for (const [i, sentence] of sentences.entries())
      lines.push({ by: block.by, sentence, pauseAfter: i === sentences.length - 1 ? 'block' : 'sentence' })
  }
  return lines
}

/**
 * Reads a text aloud in exactly `durationMs`: the speaking rate is searched first, then the pauses
 * take up what is left.
 */
export async function readAloud(blocks: TextBlock[], durationMs: number): Promise<Take> {
  const lines = linesOf(blocks)
  const roomS = durationMs / 1000 - headS - tailS
  const pauses = lines.slice(0, -1).map((line) => pauseS[line.pauseAfter])
  const wantedPauseS = sum(pauses)
  let slow = 95
  let fast = 220
  let spoken = await speakAll(lines, fast)
  while (fast - slow > 1) {
    const middle = Math.round((slow + fast) / 2)
    const attempt = await speakAll(lines, middle)
    if (lengthS(attempt) + wantedPauseS > roomS) slow = middle
    else {
      fast = middle
      spoken = attempt
    }
  }
  const stretch = (roomS - lengthS(spoken)) / (wantedPauseS || 1)
  const take = place(lines, spoken, pauses, stretch)
  return { lines: take, wordsPerMinute: fast, longestGapS: Math.max(0, ...pauses) * stretch }
}

function place(lines: Line[], spoken: Float32Array[], pauses: number[], stretch: number): SpokenLine[] {
  let atS = headS
  return lines.map((line, i) => {
    const samples = spoken[i] ?? new Float32Array()
    const placed = { by: line.by, startS: atS, samples }
    atS += samples.length / speechHz + (pauses[i] ?? 0) * stretch
    return placed
  })
}

async function speakAll(lines: Line[], wordsPerMinute: number): Promise<Float32Array[]> {
  const spoken: Float32Array[] = []
  for (const [i, line] of lines.entries()) spoken.push(await speak(line, i, wordsPerMinute))
  return spoken
}

async function speak(line: Line, i: number, wordsPerMinute: number): Promise<Float32Array> {
  const voice = voices[line.by]
  if (voice === undefined) throw new Error(`No voice for ${line.by}`)
  // A little drift from one sentence to the next, or the ear hears a machine counting.
  const drift = Math.sin(i * 2.4)
  const rate = Math.round((wordsPerMinute * voice.pace * (1 + 0.02 * drift)) / voice.throat)
  const pitch = Math.round(voice.pitch + 3 * Math.sin(i * 1.7 + 1))
  const { stdout } = await run(
    'espeak-ng',
    ['-v', voice.variant, '-s', `${rate}`, '-p', `${pitch}`, '--stdout', asSpoken(line.sentence)],
    { encoding: 'buffer', maxBuffer: 1 << 26 },
  )
  return resample(trim(samplesOf(stdout)), voice)
}

function samplesOf(wav: Buffer): Float32Array {
  const body = wav.subarray(44)
  const samples = new Float32Array(body.length >> 1)
  for (let i = 0; i < samples.length; i++) samples[i] = body.readInt16LE(i * 2) / 32_768
  return samples
}

function trim(samples: Float32Array): Float32Array {
  const heard = (sample: number) => Math.abs(sample) > 0.004
  const first = samples.findIndex(heard)
  const last = samples.findLastIndex(heard)
  return samples.subarray(Math.max(0, first), last + 1)
}

function resample(samples: Float32Array, { throat }: Voice): Float32Array {
  const out = new Float32Array(Math.floor(samples.length / throat))
  for (let i = 0; i < out.length; i++) {
    const at = i * throat
    const k = Math.floor(at)
    const a = samples[k] ?? 0
    out[i] = a + ((samples[k + 1] ?? 0) - a) * (at - k)
  }
  return out
}

const lengthS = (spoken: Float32Array[]) => sum(spoken.map((samples) => samples.length)) / speechHz
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
