import type { CreditedPerson } from '#lib/db/schema.ts'
import { type StoryContent, spokenParts } from '#lib/story/document.ts'
import { oneLine } from './xml.ts'

type Credited = { who: string; story: { author: string; content: StoryContent } | null }

/** How the rundown names those who present: "Animation : Denise, Karim". */
const presenting = /^\s*(?:animation|présentation|plateau)\s*:\s*(.+)$/i

/**
 * Who is credited, by first appearance: who presents (so named in the rundown, else whoever opens the show),
 * then the members who wrote what is heard, as guests of their own show. Roles and groups are the English
 * labels of the Podcasting 2.0 taxonomy. Nobody is named who is not a member or a presenter.
 */
export function credits(items: readonly Credited[]): CreditedPerson[] {
  const named = unique(items.flatMap((item) => presenters(item.who)))
  const hosts = named.length > 0 ? named : openers(items)
  const authors = unique(items.flatMap((item) => item.story?.author ?? []))
  const isHost = (name: string) => hosts.some((host) => same(host, name))
  return [
    ...hosts.map((name) => ({ name, role: 'host', group: 'cast' })),
    ...authors.flatMap((name) => [
      ...(isHost(name) ? [] : [{ name, role: 'guest', group: 'cast' }]),
      { name, role: 'author', group: 'writing' },
    ]),
  ]
}

function presenters(who: string): string[] {
  const names = presenting.exec(who)?.[1] ?? ''
  return names.split(/,|\s+et\s+/).map(oneLine)
}

function openers(items: readonly Credited[]): string[] {
  const opening = items.find((item) => item.story)?.story
  return opening ? unique(spokenParts(opening.content).map((part) => oneLine(part.by))) : []
}

function unique(names: readonly string[]): string[] {
  const kept = names.filter((name) => name !== '')
  return kept.filter((name, at) => kept.findIndex((other) => same(other, name)) === at)
}

function same(a: string, b: string): boolean {
  return a.toLocaleLowerCase('fr') === b.toLocaleLowerCase('fr')
}
