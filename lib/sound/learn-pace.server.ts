import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, clips, paceSamples } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { noteReading } from '#lib/story/reading-pace.server.ts'
import type { PaceRefusal } from '#lib/story/reading-pace.ts'
import { countSaid, spokenWords } from '#lib/story/speech.ts'
import { findStoryRow } from '#lib/story/story-rows.server.ts'
import { readText } from '#lib/story/text.server.ts'
import { editedSoundOf, keptParts } from './edit.ts'
import { spliceSubBlocks } from './loudness.ts'
import { spokenMs } from './spoken-stretch.ts'
import { floatsOf } from './stored.ts'
import { takeChosen } from './takes.ts'

/** What became of a take: a pace, or why it says none. `known`: it was learned from before. `other-voice`: it is not
 * one of those who write the story. */
export type Learned =
  | { learned: true; wpm: number }
  | { learned: false; reason: PaceRefusal | 'not-ready' | 'no-story' | 'known' | 'other-voice' }

/**
 * Learns a member's reading pace from a take that was chosen: the words of its passage, or of the whole text, over the
 * time from the first word to the last. To be called when a take is chosen; one that is not prepared yet is learned from
 * when it is (`learnChosenPace`). Twice harms nothing.
 */
export async function learnPace(db: Db, clipId: string): Promise<Learned> {
  return await db.transaction(async (tx) => {
    // One sample a clip: two who ask at once wait for each other here.
    const [clip] = await tx.select().from(clips).where(eq(clips.id, clipId)).for('no key update')
    if (clip?.state !== 'ready' || !clip.subBlocks) return no('not-ready')
    const story = clip.storyId === null ? null : await findStoryRow(tx, clip.storyId)
    if (!story) return no('no-story')
    const memberId = clip.ownerId
    if (memberId === null || ![story.authorId, ...story.sharedWith].includes(memberId))
      return no('other-voice')
    if ((await tx.$count(paceSamples, eq(paceSamples.clipId, clipId))) > 0) return no('known')
    const words = clip.passage === '' ? spokenWords(await readText(tx, story.id)) : countSaid(clip.passage)
    const sample = { memberId, source: 'take' as const, words, spokenMs: spokenLength(clip) }
    try {
      const { wpm } = await noteReading(tx, { ...sample, storyId: story.id, clipId })
      return { learned: true, wpm }
    } catch (error) {
      if (isRefusal(error)) return no(error.reason as PaceRefusal)
      throw error
    }
  })
}

/** Hears `clip.prepared`: a take that was chosen before it was ready. */
export async function learnChosenPace(db: Db, clipId: string): Promise<void> {
  const isChosen = and(eq(audit.what, takeChosen), eq(audit.object, clipId))
  if ((await db.$count(audit, isChosen)) > 0) await learnPace(db, clipId)
}

const no = (reason: Extract<Learned, { learned: false }>['reason']): Learned => ({ learned: false, reason })

/** Of what plays of the take, when it was cut. */
function spokenLength(clip: typeof clips.$inferSelect): number {
  const subBlocks = floatsOf(clip.subBlocks ?? new Uint8Array())
  const parts = keptParts(clip.edit, editedSoundOf(clip))
  return spokenMs(spliceSubBlocks(parts.map((part) => ({ ...part, subBlocks, gainDb: 0 }))))
}
