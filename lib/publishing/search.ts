import { looseText } from '#lib/sound/loose-text.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { pieceWords } from './feed-words.ts'
import type { Publication } from './publication.ts'
import { linesOfTranscript } from './said-lines.ts'

/** A line that listeners can find. `plain` is its text as it is compared: no capitals, no accents. */
export type SearchLine = {
  /** Its place: what is said counts from 0 on, what is written about the episode stands below. */
  position: number
  startMs: Milliseconds
  speaker: string
  text: string
  plain: string
}

/** Where what is written about an episode stands among its lines. */
export const aboutPlaces = { title: -5, summary: -4, names: -3, music: -2, filed: -1 } as const

/** A text has no longer line; PostgreSQL could not index a megabyte. */
const LONGEST = 5000

type Searched = Pick<
  Publication,
  'title' | 'summary' | 'chapters' | 'persons' | 'music' | 'transcript' | 'stories'
>

/** Everything of an episode that can be found: what is written about it, its chapters, every sentence. */
export function searchLines(episode: Searched): SearchLine[] {
  const { title, summary, persons, music, stories } = episode
  const about: Record<keyof typeof aboutPlaces, string> = {
    title,
    summary,
    names: unique(persons.map(({ name }) => name)),
    music: unique(music.map(pieceWords)),
    filed: unique(stories.flatMap(({ rubric, themes = [] }) => [rubric, ...themes.map(({ name }) => name)])),
  }
  const said = linesOfTranscript(episode.transcript)
  const headings = episode.chapters.map(({ startMs, title: text }) => ({ startMs, speaker: '', text }))
  return [
    ...Object.entries(about).map(([kind, text]) => ({
      ...{ position: aboutPlaces[kind as keyof typeof aboutPlaces], startMs: 0, speaker: '', text },
    })),
    // Stable: a chapter's title stays before what is said in it.
    ...[...headings, ...said]
      .toSorted((a, b) => a.startMs - b.startMs)
      .map((line, position) => ({ position, ...line })),
  ]
    .map((line) => ({ ...line, text: cleanLine(line.text).slice(0, LONGEST).toWellFormed() }))
    .map((line) => ({ ...line, plain: looseText(line.text) }))
    .filter(({ plain }) => plain !== '')
}

/** What somebody looks for: words that may stand anywhere, or words in this order. */
export type SearchTerm = { isPhrase: boolean; plain: string }

/** More than anybody types on a phone. */
export const longestQuery = 200
const MOST_TERMS = 12

/** Reads what was typed. Quotes of any kind hold words together, an open one until the end. */
export function searchTerms(typed: string): SearchTerm[] {
  const plain = looseText(cleanLine(typed.slice(0, longestQuery))).replace(/[«»“”„"]/g, '"')
  return [...plain.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, inside]) => ({ isPhrase: inside !== undefined, plain: (inside ?? whole).trim() }))
    .filter((term) => /[\p{L}\p{N}]/u.test(term.plain))
    .slice(0, MOST_TERMS)
}

/** One and several of a word, where PostgreSQL's French leaves them apart ("vélo", "vélos"); none for what is no word. */
export function pluralForms(plain: string): string[] {
  const [, stem] = /^([\p{L}\p{N}]{2,}?)[sx]?$/u.exec(plain) ?? []
  return stem ? [stem, `${stem}s`, `${stem}x`] : []
}

/** A text cut where what was looked for begins and ends. */
export type Marked = { text: string; isHit: boolean }[]

/** Around what was found, in what the database gives back. */
export const hitMarks = { start: '\ue000', stop: '\ue001' }

/**
 * Puts the marks of `headline`, which is the compared text, into the text as it is written. Where the two cannot be
 * laid upon each other the text comes whole and unmarked.
 */
export function markedText(text: string, headline: string): Marked {
  const edges = edgesOf(headline)
  const written = [...text.normalize('NFC')]
  const compared = written.map(looseText)
  if (edges.length === 0 || compared.join('') !== headline.replaceAll(/[\ue000\ue001]/g, ''))
    return [{ text, isHit: false }]
  const parts: Marked = []
  let at = 0
  written.forEach((letter, index) => {
    const isHit = edges.some(([from, to]) => at >= from && at < to)
    const last = parts.at(-1)
    if (last?.isHit === isHit) last.text += letter
    else parts.push({ text: letter, isHit })
    at += compared[index]?.length ?? 0
  })
  return parts
}

/** Where hits begin and end in the compared text, in UTF-16 units. */
function edgesOf(headline: string): [number, number][] {
  let taken = 0
  return [...headline.matchAll(/\ue000([^\ue000\ue001]*)\ue001/g)].map(({ index, 1: inside = '' }) => {
    const from = index - taken
    taken += 2
    return [from, from + inside.length]
  })
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join(', ')
}
