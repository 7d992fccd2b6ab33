import type { CreditedPerson, EpisodeKind, Soundbite } from '#lib/db/schema.ts'
import { cleanText } from '#lib/publishing/xml.ts'
import { childrenOf, type FeedElement, textOf } from './feed-tree.ts'
import type { MovedChapter, MovedItem, MovedSound } from './moved.ts'
import { parseMovedLength } from './moved-length.ts'
import { parseOddDate } from './odd-date.ts'
import { plainTitle, plainWords } from './plain-words.ts'
import { absolute, seemsSound } from './web-place.ts'

/** More than any episode has; what comes behind is not read. */
const mostParts = 500
/** Characters of a summary, as of an episode made here. */
const summaryLength = 2000

/** An item of a feed, its addresses made absolute from `place`. */
export function itemOf(element: FeedElement, place: string | null): MovedItem {
  const sound = soundOf(element, place)
  const short = textOf(element, 'description', 'itunes:summary', 'summary', 'itunes:subtitle')
  const notes = textOf(element, 'content:encoded', 'content') || short
  const chapters = childrenOf(element, 'podcast:chapters')[0]?.attributes.url ?? ''
  return {
    guid: guidOf(element) || (sound?.url ?? ''),
    title: plainTitle(textOf(element, 'title', 'itunes:title')).slice(0, 255),
    publishedAt: parseOddDate(textOf(element, 'pubdate', 'published', 'dc:date', 'updated', 'date')),
    notes,
    summary: shortened(plainWords(short || notes), summaryLength),
    sound,
    durationMs: parseMovedLength(textOf(element, 'itunes:duration')),
    season: countOf(textOf(element, 'itunes:season', 'podcast:season')),
    number: countOf(textOf(element, 'itunes:episode', 'podcast:episode')),
    kind: kindOf(textOf(element, 'itunes:episodetype')),
    persons: personsOf(element),
    chapters: chaptersOf(element),
    chaptersUrl: absolute(chapters, place),
    transcripts: transcriptsOf(element, place),
    imageUrl: absolute(childrenOf(element, 'itunes:image')[0]?.attributes.href ?? '', place),
    soundbite: soundbiteOf(element),
  }
}

/** To the letter: apps compare it so. Only what XML puts around it is taken away. */
function guidOf(element: FeedElement): string {
  return textOf(element, 'guid', 'id')
}

/** The first sound of the item; a film or a picture that comes along is none. */
function soundOf(element: FeedElement, place: string | null): MovedSound | null {
  const links = element.children.filter(
    ({ name, attributes }) => (name === 'link' || name === 'atom:link') && attributes.rel === 'enclosure',
  )
  const told = [...childrenOf(element, 'enclosure'), ...links, ...childrenOf(element, 'media:content')]
  const sounds = told.map(({ attributes }) => ({
    url: absolute(attributes.url ?? attributes.href ?? '', place),
    bytes: countOf(attributes.length ?? attributes.fileSize ?? '') ?? 0,
    type: (attributes.type ?? '').trim().toLowerCase(),
  }))
  return sounds.find(({ url, type }) => url !== '' && seemsSound(url, type)) ?? untyped(sounds)
}

/** A single file without type or ending is what the episode is about: it will be listened to. */
function untyped(sounds: readonly MovedSound[]): MovedSound | null {
  const [only] = sounds.filter(
    ({ url, type }) => url !== '' && (type === '' || type.startsWith('application/')),
  )
  return only ?? null
}

function countOf(text: string): number | null {
  const count = /^\s*(\d{1,12})\b/.exec(text)?.[1]
  return count && Number(count) > 0 ? Number(count) : null
}

function kindOf(text: string): EpisodeKind {
  const kind = text.toLowerCase()
  return kind === 'trailer' || kind === 'bonus' ? kind : 'full'
}

/** Who is credited; host and cast where the feed does not say, as the namespace has it. */
export function personsOf(element: FeedElement): CreditedPerson[] {
  const persons = childrenOf(element, 'podcast:person').map(({ text, attributes }) => ({
    name: plainTitle(text).slice(0, 128),
    role: (attributes.role ?? '').trim().toLowerCase().slice(0, 60) || 'host',
    group: (attributes.group ?? '').trim().toLowerCase().slice(0, 60) || 'cast',
  }))
  return persons.filter(({ name }) => name !== '').slice(0, mostParts)
}

function chaptersOf(element: FeedElement): MovedChapter[] {
  const told = childrenOf(element, 'psc:chapters').flatMap((list) => childrenOf(list, 'psc:chapter'))
  return told.slice(0, mostParts).flatMap(({ attributes }) => {
    const startMs = parseMovedLength(attributes.start ?? '')
    const title = plainTitle(attributes.title ?? '')
    return startMs === null || title === '' ? [] : [{ startMs, title }]
  })
}

function transcriptsOf(element: FeedElement, place: string | null): { url: string; type: string }[] {
  return childrenOf(element, 'podcast:transcript')
    .map(({ attributes }) => ({
      url: absolute(attributes.url ?? '', place),
      type: (attributes.type ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    }))
    .filter(({ url }) => url !== '')
    .slice(0, 20)
}

function soundbiteOf(element: FeedElement): Soundbite | null {
  const [told] = childrenOf(element, 'podcast:soundbite')
  const startMs = parseMovedLength(told?.attributes.startTime ?? '')
  const durationMs = parseMovedLength(told?.attributes.duration ?? '')
  if (!told || startMs === null || durationMs === null) return null
  return { startMs, durationMs, title: plainTitle(told.text).slice(0, 128) }
}

/** Cut between words, with an ellipsis. */
export function shortened(text: string, most: number): string {
  const clean = cleanText(text)
  if (clean.length <= most) return clean
  return `${clean.slice(0, most - 1).replace(/\s+\S*$/u, '')}…`
}
