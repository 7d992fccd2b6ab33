import type { GoesTo, ImagingKind } from '#lib/db/schema.ts'

/** `key` fields name things inside the example only; the loader turns them into ids. */
export type ExampleMember = {
  /** First names are unlike one another, so they serve as keys. */
  name: string
  role: 'resident' | 'technique' | 'coordination'
  house: string
}

export type ExampleShow = {
  name: string
  description: string
  language: string
  category: string
  subcategory: string
  publisher: string
  director: string
  ownerEmail: string
  station: string
  frequency: string
  /** ISO weekday, 1 = Monday. */
  slotWeekday: number
  /** Local wall time, HH:MM. */
  slotTime: string
  timeZone: string
  targetMs: number
  locationName: string
  contact: string
}

/**
 * One block of a text. `by` is who says it, by first name as they wish to be named.
 * `heading`, `list`, `soundCue` and `offAir` are never read aloud.
 */
export type TextBlock =
  | { type: 'leadIn' | 'question' | 'paragraph' | 'quote' | 'leadOut'; by: string; text: string }
  | { type: 'heading' | 'soundCue' | 'offAir'; text: string }
  | { type: 'list'; items: string[] }

export type ExampleStory = {
  key: string
  title: string
  state: 'idea' | 'draft' | 'toReview' | 'ready' | 'recorded' | 'aired'
  /** A rubric's name; null for the words between. */
  rubric: string | null
  themes: string[]
  author: string
  /** Members who write in it too. */
  people: string[]
  text: TextBlock[]
}

export type ExampleItemKind =
  | 'theme'
  | 'ident'
  | 'sting'
  | 'voice'
  | 'clip'
  | 'studioTalk'
  | 'music'
  | 'insert'
  | 'other'

export type ExampleMusic = {
  title: string
  performer: string
  author: string
  label: string
  catalogue: string
  isrc: string
  rights: 'commercial' | 'free' | 'permission' | 'own'
}

export type ExampleSound = {
  /** Name under `public/exemple/`. */
  file: string
  title: string
  kind: ExampleItemKind
  durationMs: number
  channels: 1 | 2
  /** Level of the shipped file within 1.5 LU, uneven on purpose: what the master has to bring together. */
  integratedLufs: number
  /** The story whose spoken blocks are heard, word for word; null for music. */
  story: string | null
  credits: string
  music: ExampleMusic | null
  /** The show's own sounds, offered for every rundown. */
  imaging: ImagingKind | null
}

export type ExampleItem = {
  kind: ExampleItemKind
  title: string
  who: string
  plannedMs: number
  story: string | null
  /** A sound's file name. */
  sound: string | null
  goesTo: GoesTo
  notes: string
}

export type ExampleEpisode = {
  key: 'published' | 'making' | 'planned'
  number: number
  title: string
  summary: string
  /** Weeks from the coming slot: −1 aired last, 0 airs next, 1 is the one after. */
  weekOffset: -1 | 0 | 1
  targetMs: number
  /** The show's own sting that stands in the podcast for each item that is for the antenne only. */
  podcastBridge: string
  rundown: ExampleItem[]
}

export type ExampleContent = {
  show: ExampleShow
  houses: string[]
  rubrics: string[]
  themes: string[]
  members: ExampleMember[]
  stories: ExampleStory[]
  sounds: ExampleSound[]
  episodes: ExampleEpisode[]
}
