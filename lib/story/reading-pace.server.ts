import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, type PaceSource, paceSamples } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { ownPace, readingWpm } from '#lib/time/reading.ts'
import { paceRefusal } from './reading-pace.ts'
import { readingTestWords } from './reading-test.ts'

/** So many of the last readings make a pace. */
const READINGS = 5

export type PaceSample = {
  memberId: string
  source: PaceSource
  words: number
  spokenMs: number
  storyId?: string | null
  clipId?: string | null
}

/** Words a minute, and how they are known: `readings` is how many takes or tests they are measured on. */
export type ReadingPace = { wpm: number; from: PaceSource | null; isOwn: boolean; readings: number }

/** How fast somebody reads aloud. */
export async function readPace(db: Db, memberId: string): Promise<ReadingPace> {
  const [member] = await db
    .select({ wpm: members.readingWpm, from: members.readingFrom })
    .from(members)
    .where(eq(members.id, memberId))
  const wpm = member?.wpm ?? null
  const from = member?.from ?? null
  const readings = from === null ? 0 : (await readSamples(db, memberId, from)).length
  return { wpm: wpm ?? readingWpm.default, from, isOwn: wpm !== null, readings }
}

/**
 * Notes a reading in the caller's transaction and makes the member's pace of the last ones of its kind: what was
 * recorded outweighs the test. Refuses what cannot be somebody's pace (`pace.too-short`, `.too-slow`, `.too-fast`, `.no-text`).
 */
export async function noteReading(tx: Db, sample: PaceSample): Promise<ReadingPace> {
  const { memberId, source, words, spokenMs } = sample
  const refusal = paceRefusal(words, spokenMs)
  if (refusal) throw new Refusal(refusal)
  const [member] = await tx
    .select({ from: members.readingFrom })
    .from(members)
    .where(eq(members.id, memberId))
    .for('no key update')
  if (!member) throw new Refusal('not-found')
  await tx.insert(paceSamples).values({ ...sample, spokenMs: Math.round(spokenMs) })
  if (source === 'take' || member.from !== 'take') {
    const samples = await readSamples(tx, memberId, source)
    const wpm = ownPace(
      samples.toReversed().map(({ words: said, spokenMs: durationMs }) => ({ words: said, durationMs })),
    )
    await tx.update(members).set({ readingWpm: wpm, readingFrom: source }).where(eq(members.id, memberId))
  }
  return await readPace(tx, memberId)
}

/** The latest first. */
async function readSamples(db: Db, memberId: string, source: PaceSource) {
  return await db
    .select({ words: paceSamples.words, spokenMs: paceSamples.spokenMs })
    .from(paceSamples)
    .where(sql`${paceSamples.memberId} = ${memberId} and ${paceSamples.source} = ${source}`)
    .orderBy(desc(paceSamples.id))
    .limit(READINGS)
}

/** One's own reading test: `spokenMs` from the first word to the last. Refuses as `noteReading`. Words a minute of this reading. */
export async function keepReadingTest(db: Db, actor: Actor, spokenMs: number): Promise<number> {
  const words = readingTestWords
  await db.transaction(async (tx) => {
    await noteReading(tx, { memberId: actor.memberId, source: 'test', words, spokenMs })
  })
  return Math.round((words * 60_000) / spokenMs)
}

/** Back to the pace that everybody has: what was measured of one is forgotten. */
export async function forgetPace(db: Db, actor: Actor) {
  await db.transaction(async (tx) => {
    await tx.delete(paceSamples).where(eq(paceSamples.memberId, actor.memberId))
    await tx
      .update(members)
      .set({ readingWpm: null, readingFrom: null })
      .where(eq(members.id, actor.memberId))
  })
}
