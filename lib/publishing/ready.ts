import type { Soundbite } from '#lib/db/schema.ts'
import { isCategory } from './categories.ts'
import { titleMaxCharacters } from './feed-parts.ts'
import { utf8Bytes } from './length.ts'
import { soundbiteTrouble } from './soundbite.ts'
import { oneLine } from './xml.ts'

/** What of the show decides whether anything may be published. Empty text means not filled in. */
export type ShowToPublish = {
  name: string
  description: string
  category: string
  subcategory: string
  publisher: string
  director: string
  ownerEmail: string
  coverFile: string | null
}

/** What of an episode decides whether it may be published. */
export type EpisodeToPublish = {
  title: string
  summary: string
  rundownVersion: number
  /** The newest finished podcast master, if any. */
  master: { rundownVersion: number; chapters: number; durationMs?: number; isBroughtIn?: boolean } | null
  /** Whether any part has a text that listeners can read. */
  hasTranscript: boolean
  /** The passage that apps may play; null for none. */
  soundbite?: Soundbite | null
  /** Voices heard in the master whose agreement for the podcast is missing or withdrawn. */
  voicesWithoutConsent: readonly VoiceWithoutConsent[]
}

/** Whose yes for the podcast is missing (a parent's, of a minor), or who said no (`isNo`), in the line `clipTitle`. */
export type VoiceWithoutConsent = {
  person: string
  clipTitle: string
  by: 'self' | 'parent'
  isNo: boolean
}

/** A reason why an episode cannot go out yet. The list is the page. */
export type Blocker =
  | { kind: 'no-publisher' }
  | { kind: 'no-director' }
  | { kind: 'no-owner-email' }
  | { kind: 'owner-email-unusable'; email: string }
  | { kind: 'no-show-name' }
  | { kind: 'no-show-description' }
  | { kind: 'category-unknown'; category: string; subcategory: string }
  | { kind: 'no-cover' }
  | { kind: 'no-title' }
  | { kind: 'title-too-long'; characters: number; maxCharacters: number }
  | { kind: 'no-summary' }
  | { kind: 'summary-too-long'; bytes: number; maxBytes: number }
  | { kind: 'no-master' }
  | { kind: 'master-stale'; masterVersion: number; rundownVersion: number }
  | { kind: 'no-chapter' }
  /** Its words came with the feed that it was brought in from: what is planned here knows none of them. */
  | { kind: 'brought-in' }
  | { kind: 'file-missing' }
  /** What is on disk is not what was rendered: another size, another length. */
  | { kind: 'file-broken'; what: 'size' | 'duration' }
  | ({ kind: 'consent-missing' } & VoiceWithoutConsent)

/** Something to look at before publishing, which stops nobody. */
export type Warning =
  | { kind: 'title-numeric'; title: string }
  | { kind: 'title-names-show'; showName: string }
  | { kind: 'title-counts'; found: string }
  | { kind: 'few-chapters'; chapters: number; fromChapters: number }
  | { kind: 'no-transcript' }
  /** The podcast has been made shorter than it was when the passage was chosen. */
  | { kind: 'soundbite-outside'; title: string }

/** A summary leaves room for the timestamp lines that share its 4000 bytes. */
export const summaryMaxBytes = 3000
/** Below, apps do not take the description's lines for chapters. */
const listedFromChapters = 3

/** Everything that stands between the episode and its listeners, the show's matters first. */
export function blockers(episode: EpisodeToPublish, show: ShowToPublish): Blocker[] {
  return [...showBlockers(show), ...wordBlockers(episode), ...masterBlockers(episode)]
}

/** What is better mended first: said beside the button, never in its way. */
export function warnings(episode: EpisodeToPublish, show: ShowToPublish): Warning[] {
  const title = oneLine(episode.title)
  const showName = oneLine(show.name)
  const counted = /(^|\s)(épisode|episode|ép\.|ep\.|n°|numéro)\s*\d+|\bS\d+\s*E\d+\b/iu.exec(title)?.[0]
  const chapters = episode.master?.chapters ?? 0
  const found: (Warning | false | undefined)[] = [
    // The Podcast Index parser reads such a title as a number and drops the episode.
    title !== '' && Number.isFinite(Number(title)) && { kind: 'title-numeric', title },
    showName !== '' &&
      title.toLowerCase().includes(showName.toLowerCase()) && { kind: 'title-names-show', showName },
    counted !== undefined && { kind: 'title-counts', found: counted.trim() },
    chapters > 0 &&
      chapters < listedFromChapters && { kind: 'few-chapters', chapters, fromChapters: listedFromChapters },
    !episode.hasTranscript && { kind: 'no-transcript' },
    isOutside(episode) && { kind: 'soundbite-outside', title: oneLine(episode.soundbite?.title ?? '') },
  ]
  return found.filter((warning) => warning !== false && warning !== undefined)
}

function isOutside({ soundbite, master }: EpisodeToPublish): boolean {
  return soundbite ? soundbiteTrouble(soundbite, master?.durationMs ?? null) !== null : false
}

function showBlockers(show: ShowToPublish): Blocker[] {
  const { category, subcategory } = show
  const email = oneLine(show.ownerEmail)
  const found: (Blocker | false)[] = [
    isEmpty(show.publisher) && { kind: 'no-publisher' },
    isEmpty(show.director) && { kind: 'no-director' },
    email === '' && { kind: 'no-owner-email' },
    email !== '' &&
      !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email) && { kind: 'owner-email-unusable', email },
    isEmpty(show.name) && { kind: 'no-show-name' },
    isEmpty(show.description) && { kind: 'no-show-description' },
    !isCategory(category, subcategory) && { kind: 'category-unknown', category, subcategory },
    show.coverFile === null && { kind: 'no-cover' },
  ]
  return found.filter((blocker) => blocker !== false)
}

function wordBlockers(episode: EpisodeToPublish): Blocker[] {
  const characters = [...oneLine(episode.title)].length
  const bytes = utf8Bytes(episode.summary)
  const found: (Blocker | false)[] = [
    characters === 0 && { kind: 'no-title' },
    characters > titleMaxCharacters && {
      kind: 'title-too-long',
      characters,
      maxCharacters: titleMaxCharacters,
    },
    isEmpty(episode.summary) && { kind: 'no-summary' },
    bytes > summaryMaxBytes && { kind: 'summary-too-long', bytes, maxBytes: summaryMaxBytes },
  ]
  return found.filter((blocker) => blocker !== false)
}

function masterBlockers(episode: EpisodeToPublish): Blocker[] {
  const { master, rundownVersion } = episode
  const consents = episode.voicesWithoutConsent.map(
    (voice): Blocker => ({ kind: 'consent-missing', ...voice }),
  )
  if (!master) return [{ kind: 'no-master' }, ...consents]
  const masterVersion = master.rundownVersion
  const found: (Blocker | false)[] = [
    masterVersion !== rundownVersion && { kind: 'master-stale', masterVersion, rundownVersion },
    master.chapters === 0 && { kind: 'no-chapter' },
    master.isBroughtIn === true && { kind: 'brought-in' },
  ]
  return [...found.filter((blocker) => blocker !== false), ...consents]
}

function isEmpty(text: string): boolean {
  return oneLine(text) === ''
}
