import { unexplainedAcronyms } from './acronyms-explained.ts'
import { type StoryContent, spokenParts } from './document.ts'
import { namesIn, placesIn, timesIn } from './mentions.ts'
import { sentencesOf } from './sentences.ts'
import { countSaid } from './speech.ts'

/** What whoever reads over looks at, in the order in which it is asked. */
export const checkNames = ['oneIdea', 'who', 'where', 'when', 'acronyms', 'names', 'length'] as const
export type CheckName = (typeof checkNames)[number]

/**
 * What can be seen of a check without understanding the text. `fine`: nothing to say, ticked beforehand. `look`: there
 * is something at `spots`, words of the text. `open`: only a reader can tell.
 */
export type Check = { name: CheckName; seen: 'fine' | 'look' | 'open'; spots: string[] }

/** More words said in one breath than this are heard as two ideas. */
const LONG_SENTENCE_WORDS = 25
const MAX_SPOTS = 5

/** What the radio knows that a text does not say: its people's first names, its houses; the time it has, null = none set. */
export type CheckFacts = { people: readonly string[]; places: readonly string[]; slotMs: number | null }

/** Looks a text over. `readingMs` is the time that its reader takes. */
export function lookOver(content: StoryContent, readingMs: number, facts: CheckFacts): Check[] {
  const parts = spokenParts(content)
  const lines = parts.map(({ text }) => text)
  const voices = parts.flatMap(({ by }) => (by === '' ? [] : [by]))
  const names = [...new Set([...voices, ...namesIn(lines, facts.people)])]
  const places = placesIn(lines, facts.places)
  const times = timesIn(lines)
  const tooLong = facts.slotMs !== null && readingMs > facts.slotMs
  return [
    found('oneIdea', longSentences(lines)),
    answered('who', names),
    answered('where', places),
    answered('when', times),
    found('acronyms', unexplainedAcronyms(lines)),
    names.length === 0 ? fine('names') : { name: 'names', seen: 'open', spots: names.slice(0, MAX_SPOTS) },
    { name: 'length', seen: tooLong ? 'look' : facts.slotMs === null ? 'open' : 'fine', spots: [] },
  ]
}

const fine = (name: CheckName): Check => ({ name, seen: 'fine', spots: [] })

/** A check that is well when nothing was found. */
function found(name: CheckName, spots: readonly string[]): Check {
  return spots.length === 0 ? fine(name) : { name, seen: 'look', spots: spots.slice(0, MAX_SPOTS) }
}

/** A check that is well when something was found; what was found is shown, for the reader to judge. */
function answered(name: CheckName, spots: readonly string[]): Check {
  return { name, seen: spots.length === 0 ? 'look' : 'fine', spots: spots.slice(0, MAX_SPOTS) }
}

function longSentences(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => sentencesOf(line).map(({ from, to }) => line.slice(from, to)))
    .filter((sentence) => countSaid(sentence) > LONG_SENTENCE_WORDS)
}
