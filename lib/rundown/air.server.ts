import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type SpokenPart, spokenParts } from '#lib/story/document.ts'
import { readTexts } from '#lib/story/text.server.ts'
import { instantOf } from '#lib/time/airtime.ts'
import type { Instant } from '#lib/time/duration.ts'
import type { AirFacts } from './air-rows.ts'
import { readLines } from './change.server.ts'
import { airLogOf } from './on-air.server.ts'
import type { LoggedDeed } from './on-air.ts'

/** The show as a screen takes it over; `now` is the server's clock. */
export type AirState = { log: LoggedDeed[]; facts: AirFacts; now: Instant }

/** The log of a show, or of its rehearsal, and what it is timed by. Refuses `not-found`. */
export async function readAir(
  db: Db,
  actor: Actor,
  episodeId: string,
  isRehearsal = false,
): Promise<AirState> {
  permit(actor, 'rundown.read', null)
  const facts = await airFactsOf(db, episodeId, isRehearsal)
  return { log: await airLogOf(db, episodeId, isRehearsal), facts, now: Date.now() }
}

/** What a show is timed by: a rehearsal or a recorded show is late only since it began. Refuses `not-found`. */
export async function airFactsOf(db: Db, episodeId: string, isRehearsal = false): Promise<AirFacts> {
  const [episode] = await db.select().from(episodes).where(eq(episodes.id, episodeId))
  if (!episode) throw new Refusal('not-found')
  const { timeZone: zone } = await readShow(db)
  const { airDate: date, airTime: time, targetMs, isRecorded } = episode
  const lateness = isRecorded || isRehearsal ? 'relative' : 'absolute'
  return { showStart: instantOf({ date, time, zone }), zone, targetMs, lateness }
}

/** What is said aloud in the texts of a show's lines, by the id of the story. */
export async function readSpokenTexts(
  db: Db,
  actor: Actor,
  episodeId: string,
): Promise<Record<string, SpokenPart[]>> {
  permit(actor, 'rundown.read', null)
  const ids = new Set((await readLines(db, episodeId)).flatMap(({ storyId }) => storyId ?? []))
  const texts = await readTexts(db, [...ids])
  return Object.fromEntries([...texts].map(([id, text]) => [id, spokenParts(text)]))
}
