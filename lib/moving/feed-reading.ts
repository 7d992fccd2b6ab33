import { type FeedElement, FeedTree, textOf } from './feed-tree.ts'
import { itemOf, personsOf } from './item-reading.ts'
import type { FeedNote, MovedItem, MovedShow } from './moved.ts'
import { plainTitle, plainWords } from './plain-words.ts'
import { absolute } from './web-place.ts'

/** More items than any show has made; the rest is not read. */
export const mostItems = 50_000

type Reading = {
  /** Where the feed was fetched: relative addresses start there. Null for a file. */
  base: string | null
  /** Items as they come, mostly the newest first. */
  onItem: (item: MovedItem) => void
}

export type FeedReader = {
  /** Text of the feed, in pieces of any size. */
  read: (text: string) => void
  /** After the last piece: the show, and why not all of the feed could be read. */
  finish: () => { show: MovedShow; notes: FeedNote[] }
}

/** Reads a podcast feed (RSS 2.0, RSS 1.0, Atom) as it comes, however it was written, with the memory of one item. */
export function feedReader({ base, onItem }: Reading): FeedReader {
  let count = 0
  const tree = new FeedTree({
    onItem: (element, isWhole) => {
      count++
      if (count > mostItems) return
      const item = itemOf(element, placeOf(tree.channel, base))
      // Where the feed breaks off, half an item is only worth something with its sound.
      if (isWhole || item.sound) onItem(item)
    },
  })
  return {
    read: (text) => tree.read(text),
    finish: () => {
      tree.finish()
      const notes: FeedNote[] = []
      if (!tree.isFeed) notes.push('no-feed')
      else if (tree.isTooDeep) notes.push('too-deep')
      else if (tree.isCut) notes.push('broken')
      if (count > mostItems) notes.push('too-many')
      return { show: showOf(tree.channel, base), notes }
    },
  }
}

function placeOf(channel: FeedElement, base: string | null): string | null {
  return base ?? (textOf(channel, 'link') || null)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function showOf(channel: FeedElement, base: string | null): MovedShow {
  const place = placeOf(channel, base)
  const guid = textOf(channel, 'podcast:guid').toLowerCase()
  const category = channel.children.find(({ name }) => name === 'itunes:category')
  return {
    title: plainTitle(textOf(channel, 'title', 'itunes:title')),
    description: plainWords(textOf(channel, 'description', 'itunes:summary', 'subtitle')),
    language: textOf(channel, 'language', 'dc:language').toLowerCase(),
    author: plainTitle(textOf(channel, 'itunes:author', 'author', 'dc:creator')),
    category: category?.attributes.text ?? '',
    link: absolute(textOf(channel, 'link'), place),
    imageUrl: absolute(imageOf(channel), place),
    guid: uuid.test(guid) ? guid : '',
    isLocked: /^(yes|true)$/i.test(textOf(channel, 'podcast:locked')),
    persons: personsOf(channel),
  }
}

/** The square cover of directories, else RSS's own picture. */
export function imageOf(element: FeedElement): string {
  const itunes = element.children.find(({ name }) => name === 'itunes:image')
  const plain = element.children.find(({ name }) => name === 'image')
  return itunes?.attributes.href ?? (plain ? textOf(plain, 'url') : '')
}
