import type {
  Chapter,
  CreditedPerson,
  EpisodeKind,
  Music,
  PublishedAlternative,
  PublishedStory,
  Soundbite,
  TranscriptPart,
} from '#lib/db/schema.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

/** An episode as listeners see it, without its texts. All of it was frozen when it was published. */
export type PublicationCard = {
  episodeId: string
  slug: string
  guid: string
  number: number
  seasonNumber: number
  seasonName: string
  /** Calendar day of the broadcast, in the show's zone. */
  airDate: string
  title: string
  summary: string
  durationMs: Milliseconds
  masterId: string
  /** Of the sound, exact. */
  sizeBytes: number
  chaptersFile: string
  vttFile: string | null
  srtFile: string | null
  cardFile: string
  chapters: Chapter[]
  persons: CreditedPerson[]
  music: Music[]
  alternatives: PublishedAlternative[]
  kind: EpisodeKind
  soundbite: Soundbite | null
  /** Notes that came with an imported episode, as clean HTML. */
  notesHtml: string | null
  publishedAt: Date
  changedAt: Date
}

/** With the texts, for the episode's own page. */
export type Publication = PublicationCard & { transcript: TranscriptPart[]; stories: PublishedStory[] }

/** What of the show its public pages and its feed say. */
export type PublicShow = {
  name: string
  description: string
  language: string
  category: string
  subcategory: string
  publisher: string
  ownerEmail: string
  timeZone: string
  /** ISO weekday, 1 = Monday; null until somebody says. */
  slotWeekday: number | null
  license: string
  locationName: string
  locationGeo: string
  locationOsm: string
  locationCountry: string
  coverFile: string | null
  podcastGuid: string | null
  isLocked: boolean
  fundingUrl: string
  fundingLabel: string
  hubUrl: string
  movedTo: string
  changedAt: Date
}
