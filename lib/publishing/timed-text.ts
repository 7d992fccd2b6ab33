import type { AlignedSentence, TimedSentence, TranscriptPart } from '#lib/db/schema.ts'
import { sentencesOf } from '#lib/story/sentences.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { type Alignment, isTrusted, trusted } from './sentence-times.ts'
import { windows } from './transcript.ts'

/** The parts of one chapter, and all that is said in it, sentence by sentence. */
export type ChapterText = { startMs: Milliseconds; endMs: Milliseconds; sentences: string[] }

/** What is said in each chapter, in order. */
export function chapterTexts(parts: readonly TranscriptPart[]): ChapterText[] {
  return windows(parts).map(({ parts: inChapter, ...window }) => ({
    ...window,
    sentences: inChapter.flatMap((part) => part.paragraphs.flatMap(sentencesIn)),
  }))
}

/**
 * What is kept of an alignment. A chapter that is hardly like its text gets no times: its words are shown, under the
 * chapter as a whole.
 */
export function alignedSentences(
  { startMs, sentences }: ChapterText,
  found: Alignment | null,
): AlignedSentence[] {
  const isSure = found !== null && isTrusted(found)
  return sentences.map((text, at) => {
    const time = (isSure && found.sentences[at]) || null
    return {
      chapterMs: startMs,
      text,
      startMs: time && time.confidence >= trusted ? time.startMs : null,
      endMs: time && time.confidence >= trusted ? time.endMs : null,
      confidence: time?.confidence ?? 0,
    }
  })
}

/**
 * The transcript with the times of its sentences. Texts may have changed since the sound was looked into: sentences are
 * met in order, and one that is new, or was not heard, stands between its neighbours by its words. A chapter of which
 * no sentence has a time stays as it is.
 */
export function timedTranscript(
  parts: readonly TranscriptPart[],
  aligned: readonly AlignedSentence[],
): TranscriptPart[] {
  const known = Map.groupBy(aligned, ({ chapterMs }) => chapterMs)
  const timed = new Map<TranscriptPart, TimedSentence[]>()
  for (const { parts: inChapter, ...window } of windows(parts)) {
    const said = inChapter.flatMap((part) =>
      part.paragraphs.flatMap((paragraph, at) =>
        sentencesIn(paragraph).map((text) => ({ part, paragraph: at, text })),
      ),
    )
    const times = timesOf(said, known.get(window.startMs) ?? [], window)
    if (!times) continue
    said.forEach(({ part, paragraph, text }, at) => {
      const time = times[at] ?? window
      timed.set(part, [...(timed.get(part) ?? []), { paragraph, text, ...time }])
    })
  }
  return parts.map((part) => {
    const sentences = timed.get(part)
    return sentences ? { ...part, sentences } : part
  })
}

type Span = { startMs: Milliseconds; endMs: Milliseconds }

function timesOf(
  said: readonly { text: string }[],
  known: readonly AlignedSentence[],
  window: Span,
): Span[] | null {
  const met = knownTimes(said, known)
  if (met.every((one) => one === null)) return null
  const spans: Span[] = []
  for (let at = 0; at < said.length; at += 1) {
    const own = met[at]
    if (own) spans.push({ startMs: own.startMs, endMs: own.endMs })
    else {
      const next = met.findIndex((one, later) => later > at && one !== null)
      const end = next < 0 ? said.length : next
      const from = spans.at(-1)?.endMs ?? window.startMs
      const to = met[next]?.startMs ?? window.endMs
      spans.push(...shared(said.slice(at, end), from, Math.max(from, to)))
      at = end - 1
    }
  }
  return spans
}

/** Each sentence's time where it has one, in order of time. */
function knownTimes(said: readonly { text: string }[], known: readonly AlignedSentence[]): (Span | null)[] {
  let from = 0
  let earliest = 0
  return said.map(({ text }) => {
    const at = known.findIndex((one, index) => index >= from && one.text === text)
    if (at < 0) return null
    from = at + 1
    const { startMs, endMs } = known[at] ?? { startMs: null, endMs: null }
    if (startMs === null || endMs === null || startMs < earliest) return null
    earliest = endMs
    return { startMs, endMs }
  })
}

function shared(sentences: readonly { text: string }[], from: Milliseconds, to: Milliseconds): Span[] {
  const lengths = sentences.map(({ text }) => Math.max(1, text.length))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let before = 0
  return lengths.map((length) => {
    const startMs = Math.round(from + ((to - from) * before) / whole)
    before += length
    return { startMs, endMs: Math.round(from + ((to - from) * before) / whole) }
  })
}

/** The sentences of a paragraph; joined by spaces they are the paragraph again, but for its spacing. */
export function sentencesIn(paragraph: string): string[] {
  const text = paragraph.replace(/\s+/gu, ' ')
  return sentencesOf(text).map(({ from, to }) => text.slice(from, to))
}
