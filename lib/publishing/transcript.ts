import type { TranscriptPart } from '#lib/db/schema.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { captionsOf, linesWithName } from './caption-lines.ts'
import { cleanText, oneLine } from './xml.ts'

/** One caption: at most two lines of 32 characters, on screen from `startMs` to before `endMs`. */
export type Cue = {
  startMs: Milliseconds
  endMs: Milliseconds
  /** Who speaks; empty when nobody is named. */
  speaker: string
  /** True for the first cue of somebody's turn, where SRT names the speaker. */
  opensTurn: boolean
  lines: string[]
}

/**
 * The cues of an episode, in order, without overlap, inside `durationMs`. Sentences that were found in the sound stand
 * where they are heard. Parts that share a time window (a chapter) share its time by their number of words; a window
 * without length gives no cue.
 */
export function transcriptCues(parts: readonly TranscriptPart[], durationMs: Milliseconds): Cue[] {
  const cues: Cue[] = []
  let earliest = 0
  for (const window of windows(parts.flatMap(bySentence))) {
    const startMs = Math.max(earliest, Math.round(window.startMs))
    const endMs = Math.min(durationMs, Math.round(window.endMs))
    const spread = spreadCues(window.parts, startMs, endMs, cues.at(-1)?.speaker ?? null)
    cues.push(...spread)
    earliest = spread.at(-1)?.endMs ?? earliest
  }
  return cues
}

/** WebVTT with `<v Name>` voices; served as `text/vtt; charset=utf-8`. */
export function vtt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue) => {
    const voice = cue.speaker === '' ? '' : `<v ${escapeVtt(cue.speaker)}>`
    return `${clock(cue.startMs, '.')} --> ${clock(cue.endMs, '.')}\n${voice}${cue.lines.map(escapeVtt).join('\n')}\n`
  })
  return ['WEBVTT\n', ...blocks].join('\n')
}

/** SubRip; served as `application/x-subrip`. A turn opens with "Name: ", counted in its 32 characters. */
export function srt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue, at) => {
    const named = cue.opensTurn ? linesWithName(cue.speaker, cue.lines) : cue.lines
    const lines = named.map((line) => line.replaceAll('-->', '→'))
    return `${at + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${lines.join('\n')}\n`
  })
  return blocks.join('\n')
}

/** A sentence with a time of its own is a window of its own. */
function bySentence(part: TranscriptPart): TranscriptPart[] {
  const { chapter, speaker, sentences } = part
  if (!sentences) return [part]
  return sentences.map(({ text, startMs, endMs }) => ({
    chapter,
    speaker,
    startMs,
    endMs,
    paragraphs: [text],
  }))
}

/** What is said in one window of time (a chapter), in order. */
export type Window = { startMs: number; endMs: number; parts: TranscriptPart[] }

/** The parts by their windows, in order of time. */
export function windows(parts: readonly TranscriptPart[]): Window[] {
  const found: Window[] = []
  for (const part of parts.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = found.at(-1)
    if (last?.startMs === part.startMs && last.endMs === part.endMs) last.parts.push(part)
    else found.push({ startMs: part.startMs, endMs: part.endMs, parts: [part] })
  }
  return found
}

function spreadCues(
  parts: readonly TranscriptPart[],
  startMs: number,
  endMs: number,
  previousSpeaker: string | null,
): Cue[] {
  let speakerBefore = previousSpeaker
  const captions = parts.flatMap((part) => {
    const speaker = oneLine(part.speaker)
    const paragraphs = part.paragraphs.map(cleanText)
    const made = captionsOf(paragraphs, speaker === speakerBefore ? '' : speaker)
    if (made.length > 0) speakerBefore = speaker
    return made.map((caption) => ({ ...caption, speaker }))
  })
  const words = captions.reduce((sum, caption) => sum + caption.words, 0)
  const at = (wordsBefore: number) => startMs + Math.round(((endMs - startMs) * wordsBefore) / words)
  let spoken = 0
  return captions
    .map(({ speaker, opensTurn, lines, words: own }) => {
      const from = at(spoken)
      spoken += own
      return { startMs: from, endMs: at(spoken), speaker, opensTurn, lines }
    })
    .filter((cue) => cue.endMs > cue.startMs)
}

function escapeVtt(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** HH:MM:SS and milliseconds after `mark`: a point in WebVTT, a comma in SubRip. */
function clock(ms: number, mark: '.' | ','): string {
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0')
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}${mark}${pad(ms % 1000, 3)}`
}
