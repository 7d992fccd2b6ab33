import type { TranscriptPart } from '#lib/db/schema.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { sentencesIn } from './timed-text.ts'

/** A sentence with who says it. `startMs` is its own moment where that is known, else its chapter's. */
export type SaidLine = { startMs: Milliseconds; speaker: string; text: string }

/** Everything that is said, sentence by sentence. */
export function linesOfTranscript(parts: readonly TranscriptPart[]): SaidLine[] {
  return parts.flatMap(({ startMs, speaker, paragraphs, sentences }) =>
    sentences
      ? sentences.map((sentence) => ({ startMs: sentence.startMs, speaker, text: sentence.text }))
      : paragraphs.flatMap((paragraph) => sentencesIn(paragraph).map((text) => ({ startMs, speaker, text }))),
  )
}
