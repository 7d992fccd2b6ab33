import type { Db } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type ReadPart, readingParts } from '#lib/story/reading.ts'
import { readTexts as readStoryTexts } from '#lib/story/text.server.ts'
import { readTimedEpisode, type TimedEpisode } from './as-run.server.ts'
import type { RundownLine } from './rundown.server.ts'

/** A line with what is read in it; no parts when it has no text. */
export type ReadLine = { line: RundownLine; number: number; parts: ReadPart[] }

/** The lines of an episode with their texts, for whoever reads them aloud. Refuses `not-found`. */
export async function readTexts(
  db: Db,
  actor: Actor,
  episodeId: string,
): Promise<{ timed: TimedEpisode; lines: ReadLine[] }> {
  permit(actor, 'rundown.read', null)
  const timed = await readTimedEpisode(db, actor, episodeId)
  return { timed, lines: await textsOf(db, timed) }
}

/** As `readTexts`, for whoever has checked the right. What is marked as not to be played is left out. */
export async function textsOf(db: Db, { rundown }: TimedEpisode): Promise<ReadLine[]> {
  const lines = rundown.lines
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => !line.isSkipped)
  // A story in the bin is joined to nothing.
  const storyIds = lines.flatMap(({ line }) => (line.story && line.storyId ? [line.storyId] : []))
  const texts = await readStoryTexts(db, storyIds)
  return lines.map(({ line, number }) => {
    const text = line.story && texts.get(line.storyId ?? '')
    return { line, number, parts: text ? readingParts(text) : [] }
  })
}
