import type { CreditedPerson, EpisodeKind, Soundbite } from '#lib/db/schema.ts'

/** What a feed from elsewhere says of its show. Everything is text as it came, '' where it says nothing. */
export type MovedShow = {
  title: string
  description: string
  language: string
  author: string
  category: string
  link: string
  imageUrl: string
  /** Its `podcast:guid` in lower case; '' when it has none, or something that is no UUID. */
  guid: string
  /** Its host asks not to be left (`podcast:locked`). */
  isLocked: boolean
  persons: CreditedPerson[]
}

/** Where a file of an item lies. `bytes` as announced, 0 when unknown: many feeds lie. */
export type MovedSound = { url: string; bytes: number; type: string }
export type MovedChapter = { startMs: number; title: string }

/** An item of a feed from elsewhere, with absolute addresses. */
export type MovedItem = {
  /** To the letter; the address of its sound where the feed gives none. */
  guid: string
  title: string
  /** Epoch milliseconds; null when the feed has none that can be understood. */
  publishedAt: number | null
  /** HTML as it came: it has to be cleaned. */
  notes: string
  /** Plain text. */
  summary: string
  sound: MovedSound | null
  /** As announced. */
  durationMs: number | null
  season: number | null
  number: number | null
  kind: EpisodeKind
  persons: CreditedPerson[]
  /** Those that stand in the feed itself. */
  chapters: MovedChapter[]
  chaptersUrl: string
  transcripts: { url: string; type: string }[]
  imageUrl: string
  soundbite: Soundbite | null
}

/** Why a feed is not read as a whole. */
export type FeedNote = 'broken' | 'too-deep' | 'too-many' | 'no-feed'
