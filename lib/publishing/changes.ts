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
  const differing = Object.keys(words).filter((key) => !isSame(Reflect.get(out, key), words[key]))
  const kinds = new Set(differing.map((key) => groups[key] ?? 'details'))
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
