import type { Milliseconds } from '#lib/time/duration.ts'
import type { SpokenPart } from './document.ts'
import type { PromptPart } from './prompt.ts'

/** What is said in one breath of work: a question, a lead-in, a paragraph. Items of one list belong together. */
export type Passage = {
  /** Names it in a sound that says it: see `passageKey`. */
  key: string
  kind: SpokenPart['kind']
  /** Who says it, empty when the text does not say. */
  by: string
  text: string
  /** Its place among those of its kind, from 1; null when it is the only one. */
  number: number | null
  words: number
  readMs: Milliseconds
}

/** A text as it is recorded piece by piece, in order. Sounds that play by themselves are no passage. */
export function passagesOf(parts: readonly PromptPart[]): Passage[] {
  const joined = joinedItems(parts)
  const count = Map.groupBy(joined, ({ kind }) => kind)
  return joined.map(({ kind, by, text, words, readMs }, at) => ({
    key: passageKey(text),
    kind,
    by,
    text,
    number: count.get(kind)?.length === 1 ? null : numberOf(joined, at),
    words,
    readMs,
  }))
}

type Spoken = PromptPart & { kind: SpokenPart['kind'] }

function joinedItems(parts: readonly PromptPart[]): Spoken[] {
  const joined: Spoken[] = []
  parts.forEach((part, at) => {
    if (part.kind === 'soundCue') return
    const last = joined.at(-1)
    const goesOn = part.kind === 'listItem' && parts[at - 1]?.kind === 'listItem' && last?.by === part.by
    if (last && goesOn) joined[joined.length - 1] = withItem(last, part)
    else joined.push({ ...part, kind: part.kind })
  })
  return joined
}

const withItem = (last: Spoken, { text, words, readMs }: PromptPart): Spoken => ({
  ...last,
  text: `${last.text}\n${text}`,
  words: last.words + words,
  readMs: last.readMs + readMs,
})

const numberOf = (all: readonly Spoken[], at: number) =>
  all.slice(0, at + 1).filter(({ kind }) => kind === all[at]?.kind).length

/** Long enough to tell passages apart, short enough to travel in the head of a request. */
const keyLength = 300

/** The name of a passage: its words as they read now, on one line, at most 300 characters. */
export function passageKey(text: string): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, keyLength).join('').trim()
}

/** Half of the words in common: below that it is another passage. */
const stillTheSame = 0.5

/**
 * Which passage a key means in a text that may have been changed since: the same words, else the most alike.
 * −1 when no passage is enough alike.
 */
export function findPassage(keys: readonly string[], key: string): number {
  const exact = keys.indexOf(key)
  if (exact >= 0 || key === '') return exact
  const alike = keys.map((other) => likeness(wordsOf(key), wordsOf(other)))
  const most = Math.max(...alike, 0)
  return most >= stillTheSame ? alike.indexOf(most) : -1
}

const wordsOf = (text: string) => text.toLocaleLowerCase('fr').match(/[\p{L}\p{N}]+/gu) ?? []

/** 1 for the same words whatever their order, 0 for none in common. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  const common = one.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / Math.max(1, one.length + other.length)
}
