import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { audit, clips, stories, voices } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { tellStory } from '#lib/story/news.server.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { tellVoices } from './tell-voices.server.ts'
import { voiceLimits } from './voice-limits.ts'

export type VoiceDetails = {
  name: string
  /** As they wish to be named; '' = by their name. */
  alias?: string
  isMinor?: boolean
  /** The one sound of the story in which they speak; null = all of them. */
  clipId?: string | null
}

/**
 * Notes that somebody speaks in a story; `isActor`: it is the one who writes it down. Answers the voice's id. Refuses
 * `voice.name-missing`, and `voice.sound-gone` for a sound that is not the story's.
 */
export async function addVoice(
  db: Db,
  actor: Actor,
  storyId: string,
  { isActor = false, ...details }: VoiceDetails & { isActor?: boolean },
): Promise<string> {
  return await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    const known = isActor ? await findOwn(tx, actor, storyId, details.clipId ?? null) : null
    if (known) return known
    const values = { ...(await cleanDetails(tx, storyId, details)), storyId }
    const [voice] = await tx
      .insert(voices)
      .values({ ...values, memberId: isActor ? actor.memberId : null, createdById: actor.memberId })
      .returning({ id: voices.id })
    if (!voice) throw new Error('A voice row was not made')
    await note(tx, actor, 'voice.added', voice.id, storyId)
    return voice.id
  })
}

/** Pressing the button twice names nobody twice. */
async function findOwn(tx: Db, { memberId }: Actor, storyId: string, clipId: string | null) {
  const [own] = await tx
    .select({ id: voices.id })
    .from(voices)
    .where(
      and(
        ...[eq(voices.storyId, storyId), eq(voices.memberId, memberId), isNull(voices.removedAt)],
        clipId === null ? isNull(voices.clipId) : eq(voices.clipId, clipId),
      ),
    )
  return own?.id ?? null
}

/** Changes how somebody is written down. What they answered stays. Refuses as `addVoice`. */
export async function editVoice(db: Db, actor: Actor, voiceId: string, details: VoiceDetails) {
  await db.transaction(async (tx) => {
    const { storyId } = await requireVoice(tx, actor, voiceId)
    await tx
      .update(voices)
      .set(await cleanDetails(tx, storyId, details))
      .where(eq(voices.id, voiceId))
    await note(tx, actor, 'voice.edited', voiceId, storyId)
  })
}

/** Somebody who was named by mistake and does not speak here. What they answered is kept. */
export async function removeVoice(db: Db, actor: Actor, voiceId: string) {
  await setRemoved(db, actor, voiceId, 'voice.removed')
}

/** Takes `removeVoice` back. */
export async function restoreVoice(db: Db, actor: Actor, voiceId: string) {
  await setRemoved(db, actor, voiceId, 'voice.restored')
}

async function setRemoved(db: Db, actor: Actor, voiceId: string, what: 'voice.removed' | 'voice.restored') {
  await db.transaction(async (tx) => {
    const { storyId } = await requireVoice(tx, actor, voiceId)
    const removedAt = what === 'voice.removed' ? sql`now()` : null
    await tx.update(voices).set({ removedAt }).where(eq(voices.id, voiceId))
    await note(tx, actor, what, voiceId, storyId)
  })
}

/** What listeners are told before they hear the story; '' for nothing. */
export async function warnListeners(db: Db, actor: Actor, storyId: string, words: string) {
  await db.transaction(async (tx) => {
    permit(actor, 'story.edit', await requireStoryRow(tx, actor, storyId, true))
    const warning = cleanLine(words).slice(0, voiceLimits.warning)
    await tx.update(stories).set({ warning }).where(eq(stories.id, storyId))
    await tx.insert(audit).values({ memberId: actor.memberId, what: 'story.warning', object: storyId })
    await tellStory(tx, { storyId, what: 'state' })
  })
}

async function note(tx: Db, actor: Actor, what: string, voiceId: string, storyId: string) {
  await tx.insert(audit).values({ memberId: actor.memberId, what, object: voiceId, facts: { storyId } })
  await tellVoices(tx, storyId)
}

/** A voice that `actor` may write down answers for; for others it does not exist. Its story is that of its sound. */
export async function requireVoice(db: Db, actor: Actor, voiceId: string) {
  if (!z.uuid().safeParse(voiceId).success) throw new Refusal('not-found')
  const [voice] = await db
    .select({
      isMinor: voices.isMinor,
      storyId: sql<string>`coalesce(${clips.storyId}, ${voices.storyId})`,
    })
    .from(voices)
    .leftJoin(clips, eq(clips.id, voices.clipId))
    .where(eq(voices.id, voiceId))
  if (!voice) throw new Refusal('not-found')
  permit(actor, 'story.edit', await requireStoryRow(db, actor, voice.storyId))
  return voice
}

async function cleanDetails(tx: Db, storyId: string, { name, alias, isMinor, clipId }: VoiceDetails) {
  const clean = (text: string) => cleanLine(text).slice(0, voiceLimits.name)
  if (clean(name) === '') throw new Refusal('voice.name-missing')
  if (clipId) {
    const inStory = and(eq(clips.id, clipId), eq(clips.storyId, storyId))
    if ((await tx.$count(clips, inStory)) === 0) throw new Refusal('voice.sound-gone')
  }
  return { name: clean(name), alias: clean(alias ?? ''), isMinor: isMinor ?? false, clipId: clipId ?? null }
}
