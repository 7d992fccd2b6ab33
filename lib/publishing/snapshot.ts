import type { Chapter, CreditedPerson, Music, PublishedStory, TranscriptPart } from '#lib/db/schema.ts'
import { type StoryContent, spokenParts } from '#lib/story/document.ts'
import { credits } from './credits.ts'
import { publicContent } from './public-content.ts'

/** One line of the rundown as the master has it. `isHeard` is false for what the podcast leaves out. */
export type HeardItem = {
  id: string
  isHeard: boolean
  /** As the rundown says it, such as "Animation : Denise, Karim". */
  who: string
  story: HeardStory | null
  /** The piece that plays; null for speech and for the show's own imaging. */
  music: Music | null
}
export type HeardStory = {
  id: string
  title: string
  rubric: string
  /** The author's name as a member. */
  author: string
  /** What listeners may follow it by. */
  filed?: Filed
  content: StoryContent
  /** What listeners are told before they hear it; '' for nothing. */
  warning?: string
}

/** Under what a story is found again, and by whom it is. */
export type Filed = Pick<PublishedStory, 'rubricSlug' | 'themes' | 'houseId' | 'authorId'>

/** What listeners will see of an episode beside its title and its sound. */
export type Snapshot = {
  transcript: TranscriptPart[]
  stories: PublishedStory[]
  persons: CreditedPerson[]
  music: Music[]
}

type Placed = HeardStory & { who: string; chapter: Chapter }

/**
 * Texts, people and pieces of an episode, in the order in which they are heard. A text belongs to the
 * chapter that its item opens, or to the one under way; what is not heard is neither read nor credited,
 * except music, whose titles are listed even when only the antenne plays it.
 */
export function snapshotOf(items: readonly HeardItem[], chapters: readonly Chapter[]): Snapshot {
  const placed = placeStories(items, chapters)
  return {
    transcript: placed.flatMap(transcriptParts),
    stories: placed.map(({ title, rubric, content, chapter, warning, filed }) => ({
      title,
      rubric,
      startMs: chapter.startMs,
      content: publicContent(content),
      ...(warning ? { warning } : {}),
      ...filed,
    })),
    persons: credits(items.filter((item) => item.isHeard)),
    music: onlyOnce(
      items.flatMap((item) => item.music ?? []),
      (piece) => `${piece.title}\n${piece.performer}`.toLowerCase(),
    ),
  }
}

function placeStories(items: readonly HeardItem[], chapters: readonly Chapter[]): Placed[] {
  let chapter = chapters[0]
  const placed: Placed[] = []
  for (const { id, isHeard, who, story } of items) {
    if (!isHeard) continue
    chapter = chapters.find((one) => one.itemId === id) ?? chapter
    if (story && chapter) placed.push({ ...story, who, chapter })
  }
  return onlyOnce(placed, (story) => story.id)
}

/** One part for each turn: the same person's paragraphs in a row stay together. */
function transcriptParts({ content, chapter, who }: Placed): TranscriptPart[] {
  const turns: TranscriptPart[] = []
  for (const { by, text } of spokenParts(content)) {
    const speaker = by || onePerson(who)
    const last = turns.at(-1)
    if (last?.speaker === speaker) last.paragraphs.push(text)
    else {
      const { startMs, endMs, title } = chapter
      turns.push({ chapter: title, startMs, endMs, speaker, paragraphs: [text] })
    }
  }
  return turns
}

/** The rundown's "who" as a speaker, when it names one person and nothing else. */
function onePerson(who: string): string {
  return /[,:;/+&]|\s(et|avec)\s/i.test(who) ? '' : who.trim()
}

function onlyOnce<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const keys = list.map(keyOf)
  return list.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}
