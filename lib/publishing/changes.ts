import type { Milliseconds } from '#lib/time/duration.ts'
import type { Publication } from './publication.ts'

/** What publishing anew would change of what listeners see. */
export type Change =
  /** A new file at a new address; the old one still answers for thirty days. */
  | { kind: 'sound'; wasMs: Milliseconds; isMs: Milliseconds }
  | { kind: 'title'; was: string; is: string }
  | { kind: 'chapters'; was: number; is: number }
  | { kind: 'summary' | 'texts' | 'persons' | 'music' | 'copies' | 'details' }

/** What is frozen at the switch, by the names that a publication has for it. */
export type FrozenWords = Pick<Publication, 'masterId' | 'durationMs' | 'title' | 'chapters'> &
  Readonly<Record<string, unknown>>

const groups: Readonly<Record<string, Change['kind']>> = {
  ...{ masterId: 'sound', durationMs: 'sound', title: 'title', summary: 'summary', chapters: 'chapters' },
  ...{ transcript: 'texts', stories: 'texts', persons: 'persons', music: 'music', alternatives: 'copies' },
}

const order = [
  'sound',
  'title',
  'summary',
  'chapters',
  'texts',
  'persons',
  'music',
  'copies',
  'details',
] as const

/** The changes in the order in which they matter; none when publishing again would change nothing. */
export function changesOf(out: Publication, words: FrozenWords): Change[] {
  const kinds = new Set(differing(out, words).map((key) => groups[key] ?? 'details'))
  // A new sound always has new copies.
  if (kinds.has('sound')) kinds.delete('copies')
  return order
    .filter((kind) => kinds.has(kind))
    .map((kind): Change => {
      switch (kind) {
        case 'sound':
          return { kind, wasMs: out.durationMs, isMs: words.durationMs }
        case 'title':
          return { kind, was: out.title, is: words.title }
        case 'chapters':
          return { kind, was: out.chapters.length, is: words.chapters.length }
        default:
          return { kind }
      }
    })
}

/**
 * Whether publishing again would add what machines find only after a while, and change nothing else: lighter copies of
 * the same sound, and when each sentence of the same texts is heard in it. What is out already is never replaced so.
 */
export function addsOnly(out: Publication, words: FrozenWords): boolean {
  const keys = differing(out, words)
  return keys.length > 0 && keys.every((key) => adds[key]?.(out, words[key]) ?? false)
}

const adds: Readonly<Record<string, (out: Publication, now: unknown) => boolean>> = {
  alternatives: ({ alternatives }) => alternatives.length === 0,
  transcript: ({ transcript }, now) =>
    transcript.every(({ sentences }) => !sentences) && isSame(transcript, withoutTimes(now)),
}

const withoutTimes = (parts: unknown) =>
  Array.isArray(parts) ? parts.map((part: object) => ({ ...part, sentences: undefined })) : parts

function differing(out: Publication, words: FrozenWords): string[] {
  return Object.keys(words).filter((key) => !isSame(Reflect.get(out, key), words[key]))
}

/** As JSON, where what is undefined is not there and the order of names says nothing. */
function isSame(one: unknown, two: unknown): boolean {
  return sorted(one) === sorted(two)
}

function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
