import { expect, test } from 'vitest'
import type { AlignedSentence, TranscriptPart } from '#lib/db/schema.ts'
import { alignedSentences, chapterTexts, timedTranscript } from '#lib/publishing/timed-text.ts'
import { transcriptCues, vtt } from '#lib/publishing/transcript.ts'

const part = (speaker: string, ...paragraphs: string[]): TranscriptPart => ({
  chapter: 'Les citrons',
  startMs: 10_000,
  endMs: 40_000,
  speaker,
  paragraphs,
})
const heard = (text: string, startMs: number | null, endMs: number | null): AlignedSentence => ({
  chapterMs: 10_000,
  text,
  startMs,
  endMs,
  confidence: startMs === null ? 0 : 0.8,
})
const parts = [
  part('Fatiha', 'Bonjour à tous. Voici les citrons.', 'Il faut du sel.'),
  part('Denise', 'Merci !'),
]
const spansOf = (timed: TranscriptPart[]) =>
  timed.flatMap(({ sentences = [] }) => sentences.map(({ text, startMs, endMs }) => [text, startMs, endMs]))

test('what is said in a chapter, by everybody, is one script', () => {
  expect(chapterTexts(parts)).toEqual([
    {
      startMs: 10_000,
      endMs: 40_000,
      sentences: ['Bonjour à tous.', 'Voici les citrons.', 'Il faut du sel.', 'Merci !'],
    },
  ])
})

test('each sentence stands where it is heard', () => {
  const aligned = [
    heard('Bonjour à tous.', 11_000, 12_500),
    heard('Voici les citrons.', 13_000, 15_000),
    heard('Il faut du sel.', 20_000, 22_000),
    heard('Merci !', 38_000, 39_000),
  ]
  const timed = timedTranscript(parts, aligned)
  expect(spansOf(timed)).toEqual(aligned.map(({ text, startMs, endMs }) => [text, startMs, endMs]))
  expect(timed[0]?.sentences?.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1])
  expect(
    transcriptCues(timed, 60_000).map(({ startMs, endMs, speaker }) => [startMs, endMs, speaker]),
  ).toEqual([
    [11_000, 12_500, 'Fatiha'],
    [13_000, 15_000, 'Fatiha'],
    [20_000, 22_000, 'Fatiha'],
    [38_000, 39_000, 'Denise'],
  ])
  expect(vtt(transcriptCues(timed, 60_000))).toContain('00:00:38.000 --> 00:00:39.000\n<v Denise>Merci !')
})

test('a sentence that was not heard, or is new, stands between its neighbours', () => {
  const aligned = [
    heard('Bonjour à tous.', 11_000, 12_000),
    heard('Voici les citrons.', null, null),
    heard('Merci !', 30_000, 31_000),
  ]
  const found = spansOf(timedTranscript(parts, aligned))
  expect(found[1]).toEqual(['Voici les citrons.', 12_000, 21_818])
  expect(found[2]).toEqual(['Il faut du sel.', 21_818, 30_000])
})

test('times that go backwards are not believed', () => {
  const aligned = [heard('Bonjour à tous.', 20_000, 21_000), heard('Voici les citrons.', 12_000, 13_000)]
  const starts = spansOf(timedTranscript(parts, aligned)).map(([, startMs]) => Number(startMs))
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

test('a chapter of which nothing was found keeps its text under the chapter', () => {
  expect(timedTranscript(parts, [])).toEqual(parts)
  expect(timedTranscript(parts, [heard('Bonjour à tous.', null, null)])).toEqual(parts)
})

test('a recording that is not of this text gives no times', () => {
  const [text] = chapterTexts(parts)
  if (!text) throw new Error('There is a chapter')
  const unsure = { startMs: 11_000, endMs: 12_000, confidence: 0.3 }
  const sentences = alignedSentences(text, { sentences: [unsure, unsure, unsure, unsure], unscripted: [] })
  expect(sentences.map(({ startMs }) => startMs)).toEqual([null, null, null, null])
  expect(alignedSentences(text, null).map(({ startMs }) => startMs)).toEqual([null, null, null, null])
})

test('in a recording that is sure, what is unsure has no time', () => {
  const [text] = chapterTexts(parts)
  if (!text) throw new Error('There is a chapter')
  const sure = { startMs: 11_000, endMs: 12_000, confidence: 0.8 }
  const unsure = { ...sure, confidence: 0.1 }
  const sentences = alignedSentences(text, { sentences: [sure, unsure, null, sure], unscripted: [] })
  expect(sentences.map(({ startMs }) => startMs)).toEqual([11_000, null, null, 11_000])
})
