import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { clips, type ImagingKind, members, stories } from '#lib/db/schema.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { loosePattern } from './loose-text.ts'

/** What the sound library shows: the show's own sounds, the music with its rights, everything, or the bin. */
export type Shelf = 'imaging' | 'music' | 'all' | 'bin'

export type LibraryQuestion = {
  shelf: Shelf
  /** Only this part of the show's imaging. */
  imaging?: ImagingKind | null
  /** Only music that a return could not be written of. */
  isIncomplete?: boolean
  /** Words that must all occur in what is known of a sound, whatever their capitals and accents. */
  search?: string
  /** The last sound already seen: those after it. */
  after?: string | null
  limit?: number
}

const mostWords = 8
const longestWord = 60

/** A field of a sound's sheet. */
export const musicField = (name: string) => sql<string>`coalesce(${clips.music} ->> ${name}::text, '')`

/** The condition that the sounds of a shelf meet, over `clips` joined with its owner and its story. */
export function onShelf(question: LibraryQuestion): SQL | undefined {
  const { shelf, imaging, isIncomplete, search = '', after } = question
  return and(
    shelf === 'bin' ? isNotNull(clips.deletedAt) : isNull(clips.deletedAt),
    shelf === 'imaging' ? isNotNull(clips.imaging) : undefined,
    shelf === 'music' ? isNotNull(clips.music) : undefined,
    imaging ? eq(clips.imaging, imaging) : undefined,
    isIncomplete ? lacksSomething : undefined,
    ...soughtWords(search).map((word) => sql`${known} ~ ${loosePattern(word)}`),
    // By the row itself: an instant that went through JavaScript has lost its microseconds.
    after
      ? sql`(${clips.createdAt}, ${clips.id}) < (select created_at, id from clips where id = ${after}::uuid)`
      : undefined,
  )
}

const lacksSomething = sql`'' in (${musicField('title')}, ${musicField('performer')}, ${musicField('author')}, ${musicField('rights')})`

const known = sql`concat_ws(' | ', ${clips.title}, ${clips.originalName}, ${clips.credits}, ${stories.title}, ${members.name}, ${musicField('title')}, ${musicField('performer')}, ${musicField('author')}, ${musicField('label')}, ${musicField('catalogue')}, ${musicField('isrc')})`

function soughtWords(search: string): string[] {
  const words = cleanLine(search).split(' ').filter(Boolean).slice(0, mostWords)
  // An ISRC is kept without the dashes with which people write it.
  return words.map((word) => (isIsrc.test(word) ? word.replaceAll('-', '') : word).slice(0, longestWord))
}

const isIsrc = /^[a-z]{2}-[a-z0-9]{3}-\d{2}-\d{5}$/i
