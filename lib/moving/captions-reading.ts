import { z } from 'zod'
import type { Chapter, TranscriptPart } from '#lib/db/schema.ts'
import { oneLine } from '#lib/publishing/xml.ts'
import { parseMovedLength } from './moved-length.ts'
import { plainWords } from './plain-words.ts'

/** Something said at its time; `speaker` is '' when nobody is named. */
export type Said = { startMs: number; endMs: number; speaker: string; text: string }

/** Captions that are read of one transcript; the rest is left. */
const mostCaptions = 40_000

/** The types of transcripts that can be read, the best first; HTML and plain text have no times. */
export const readableTranscripts: readonly string[] = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'text/srt',
  'application/json',
]

/** The captions of a transcript file, WebVTT, SubRip or the Podcasting 2.0 JSON, whatever its announced type; null for none. */
export function readCaptions(text: string): Said[] | null {
  const bare = text.replace(/^\uFEFF/, '').trimStart()
  const said = bare.startsWith('{') || bare.startsWith('[') ? fromJson(bare) : fromBlocks(bare)
  const kept = said.filter(({ text: words, startMs, endMs }) => words !== '' && endMs > startMs)
  return kept.length === 0 ? null : kept.toSorted((a, b) => a.startMs - b.startMs).slice(0, mostCaptions)
}

const times = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/
const voice = /^<v(?:\.[\w.-]+)?\s+([^>]{1,128})>/i
/** "Denise : bonjour" and "[Denise] bonjour"; a longer start is a part of the sentence. */
const named = /^(?:\[([^\]]{1,60})\]|([\p{Lu}][\p{L}\p{N}'’. -]{0,38}?)\u00a0?\s?:)\s+(?=\S)/u

function fromBlocks(text: string): Said[] {
  let speaker = ''
  return text.split(/\r?\n[ \t]*\r?\n|\r\r/).flatMap((block): Said[] => {
    const lines = block.split(/\r?\n|\r/)
    const at = lines.findIndex((line) => times.test(line))
    const [, start = '', end = ''] = times.exec(lines[at] ?? '') ?? []
    const [startMs, endMs] = [parseMovedLength(start), parseMovedLength(end)]
    if (startMs === null || endMs === null) return []
    const raw = lines
      .slice(at + 1)
      .join('\n')
      .trim()
    const own = voice.exec(raw)?.[1]
    const words = oneLine(plainWords(raw.replace(/<\/?v[^>]*>/gi, '').replace(/\n/g, ' ')))
    const [start0 = '', inBrackets, beforeColon] = own === undefined ? (named.exec(words) ?? []) : []
    // Whoever spoke before goes on where nobody is named; WebVTT names everybody each time.
    speaker = oneLine(own ?? inBrackets ?? beforeColon ?? speaker)
    return [{ startMs, endMs, speaker, text: words.slice(start0.length) }]
  })
}

const segment = z.object({
  startTime: z.coerce.number().nonnegative(),
  endTime: z.coerce.number().nonnegative().optional(),
  speaker: z.string().optional(),
  body: z.string(),
})
const json = z.object({ segments: z.array(z.unknown()) })

function fromJson(text: string): Said[] {
  const file = json.safeParse(parsed(text))
  if (!file.success) return []
  const read = file.data.segments.flatMap((one) => segment.safeParse(one).data ?? [])
  return read.map((one, at) => ({
    startMs: Math.round(one.startTime * 1000),
    endMs: Math.round((one.endTime ?? read[at + 1]?.startTime ?? one.startTime + 3) * 1000),
    speaker: oneLine(one.speaker ?? ''),
    text: oneLine(one.body),
  }))
}

/** What JSON text says; null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A transcript as the radio keeps it: one part for each turn within a chapter, every caption at its own time. */
export function partsOf(
  said: readonly Said[],
  chapters: readonly Chapter[],
  durationMs: number,
): TranscriptPart[] {
  const parts: TranscriptPart[] = []
  for (const { startMs, endMs: told, speaker, text } of said) {
    const endMs = Math.min(told, durationMs)
    if (endMs <= startMs) continue
    const chapter = chapters.findLast((one) => one.startMs <= startMs)?.title ?? ''
    const sentence = { paragraph: 0, text, startMs, endMs }
    const last = parts.at(-1)
    if (last && last.speaker === speaker && last.chapter === chapter) {
      last.sentences?.push(sentence)
      last.paragraphs = [`${last.paragraphs[0]} ${text}`]
      last.endMs = Math.max(last.endMs, endMs)
    } else parts.push({ chapter, startMs, endMs, speaker, paragraphs: [text], sentences: [sentence] })
  }
  return parts
}
