import type { FeedNote, MovedItem, MovedShow } from './moved.ts'

/** What a feed holds, before anything of it is brought in. */
export type FeedPreview = {
  show: MovedShow
  notes: FeedNote[]
  /** Items with a sound, and those without, which stay behind. */
  episodes: number
  withoutSound: number
  /** Epoch milliseconds; null when no item has a date. */
  oldestAt: number | null
  newestAt: number | null
  /** As announced: 0 when the feed does not say. */
  bytes: number
  durationMs: number
  withChapters: number
  withTranscript: number
  withPersons: number
  /** The newest titles. */
  titles: string[]
}

const shownTitles = 5

/** Counts items one by one, then says what they are together. */
export function previewOf() {
  const dates: number[] = []
  const sums = { episodes: 0, withoutSound: 0, bytes: 0, durationMs: 0 }
  const extras = { withChapters: 0, withTranscript: 0, withPersons: 0 }
  const titles: string[] = []
  const add = (item: MovedItem) => {
    if (item.sound === null) {
      sums.withoutSound++
      return
    }
    sums.episodes++
    sums.bytes += item.sound.bytes
    sums.durationMs += item.durationMs ?? 0
    if (item.publishedAt !== null) dates.push(item.publishedAt)
    if (item.chapters.length > 0 || item.chaptersUrl !== '') extras.withChapters++
    if (item.transcripts.length > 0) extras.withTranscript++
    if (item.persons.length > 0) extras.withPersons++
    if (titles.length < shownTitles) titles.push(item.title)
  }
  const finish = (show: MovedShow, notes: FeedNote[]): FeedPreview => {
    const [oldestAt = null, newestAt = null] = [dates.reduce(least, undefined), dates.reduce(most, undefined)]
    return { show, notes, ...sums, ...extras, oldestAt, newestAt, titles }
  }
  return { add, finish }
}

const least = (a: number | undefined, b: number) => Math.min(a ?? b, b)
const most = (a: number | undefined, b: number) => Math.max(a ?? b, b)
