import { asc, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, consents, type VoiceUse } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { tellStory } from '#lib/story/news.server.ts'
import { type Giver, holding, voiceUses } from './consent.ts'
import { keepProof } from './proof.server.ts'
import type { ProofKind } from './proof.ts'
import { requireVoice } from './rights.server.ts'
import { voiceLimits } from './voice-limits.ts'

export type Given = {
  by: Giver
  answers: readonly { use: VoiceUse; isYes: boolean }[]
  proof: ProofKind
  /** What was signed, photographed or said; null for a tap. */
  file: Uint8Array | null
  /** Of the parent who answers. */
  parentName?: string
}

/**
 * Writes answers down beside all earlier ones: the newest of each use and giver holds. Refuses `consent.empty`,
 * `consent.adult` (a parent's word for somebody of age), `consent.parent-name`, and as `keepProof`.
 */
export async function recordConsent(db: Db, actor: Actor, voiceId: string, given: Given) {
  const { by, proof, answers } = given
  const parentName = by === 'parent' ? cleanLine(given.parentName ?? '').slice(0, voiceLimits.name) : ''
  const { storyId, isMinor } = await requireVoice(db, actor, voiceId)
  if (answers.length === 0) throw new Refusal('consent.empty')
  if (by === 'parent' && !isMinor) throw new Refusal('consent.adult')
  if (by === 'parent' && parentName === '') throw new Refusal('consent.parent-name')
  const proofFile = await keepProof(proof, given.file)
  await db.transaction(async (tx) => {
    const said = answers.map(({ use, isYes }) => ({ use, isYes, by, parentName, proof, proofFile, voiceId }))
    await append(tx, actor, 'consent.given', storyId, said)
  })
}

/**
 * Takes a voice back, for every use: a later no. What is made from now on leaves it out; what was answered before stays
 * in the record. `by`: the person, or for a minor a parent.
 */
export async function withdrawVoice(db: Db, actor: Actor, voiceId: string, by: Giver = 'self') {
  await db.transaction(async (tx) => {
    const { storyId, isMinor } = await requireVoice(tx, actor, voiceId)
    if (by === 'parent' && !isMinor) throw new Refusal('consent.adult')
    await appendForAll(tx, actor, { voiceId, storyId, by, proof: 'withdrawal' })
  })
}

/** Takes a withdrawal back: what was said before it holds again. Nothing happens where there is none. */
export async function returnVoice(db: Db, actor: Actor, voiceId: string, by: Giver = 'self') {
  await db.transaction(async (tx) => {
    const { storyId } = await requireVoice(tx, actor, voiceId)
    const said = await tx
      .select()
      .from(consents)
      .where(eq(consents.voiceId, voiceId))
      .orderBy(asc(consents.id))
    const isBack = voiceUses.every((use) => holding(said, use, by)?.proof === 'withdrawal')
    if (isBack) await appendForAll(tx, actor, { voiceId, storyId, by, proof: 'undone' })
  })
}

type Said = Omit<typeof consents.$inferInsert, 'id' | 'at' | 'recordedById'>

async function appendForAll(
  tx: Db,
  actor: Actor,
  { voiceId, storyId, by, proof }: { voiceId: string; storyId: string; by: Giver; proof: Said['proof'] },
) {
  const said = voiceUses.map((use) => ({ voiceId, use, by, isYes: false, proof }))
  await append(tx, actor, proof === 'undone' ? 'voice.returned' : 'voice.withdrawn', storyId, said)
}

async function append(tx: Db, actor: Actor, what: string, storyId: string, said: readonly Said[]) {
  const recordedById = actor.memberId
  await tx.insert(consents).values(said.map((one) => ({ ...one, recordedById })))
  await tx.insert(audit).values(
    said.map(({ voiceId, use, by, isYes, proof }) => ({
      ...{ memberId: actor.memberId, what, object: voiceId },
      facts: { storyId, use, by, isYes, proof },
    })),
  )
  await tellStory(tx, { storyId, what: 'sounds' })
}
