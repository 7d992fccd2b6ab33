import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { episodes, masters, publications, rundownItems } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { gapsOf, verdictOf } from '#lib/rights/consent.ts'
import { readVoicesAround, type Voice } from '#lib/rights/voices.server.ts'
import { voicesOfLine } from '#lib/rights/voices-of.ts'
import type { VoiceWithoutConsent } from './ready.ts'

/** The lines of a master, out of its report: bridges and fills, which are no lines, are in it too. */
const heardIds = sql<string[]>`jsonb_path_query_array(${masters.report}, '$.lines[*].itemId')`

/**
 * Voices that can be heard in a finished podcast and have not said yes to it: taken back, refused, named or asked for
 * since it was made. What the master left out is no matter here.
 */
export async function readVoicesWithout(db: Db, masterId: string): Promise<VoiceWithoutConsent[]> {
  const [master] = await db.select({ heard: heardIds }).from(masters).where(eq(masters.id, masterId))
  const without = await voicesByLine(db, master?.heard ?? [])
  return (master?.heard ?? []).flatMap((id) => without.get(id) ?? [])
}

/** An episode that listeners hear, with voices in it that have not said yes. */
export type VoicesOnLine = { episodeId: string; title: string; number: number; voices: VoiceWithoutConsent[] }

/** What must be taken out of what is published: for the coordination's first look; of one episode, when it is named. */
export async function readVoicesOnLine(db: Db, actor: Actor, episodeId?: string): Promise<VoicesOnLine[]> {
  permit(actor, 'episode.publish', null)
  const rows = await db
    .select({ episodeId: episodes.id, title: publications.title, number: episodes.number, heard: heardIds })
    .from(publications)
    .innerJoin(masters, eq(masters.id, publications.masterId))
    .innerJoin(episodes, eq(episodes.id, publications.episodeId))
    .where(episodeId ? eq(publications.episodeId, episodeId) : undefined)
  const without = await voicesByLine(
    db,
    rows.flatMap(({ heard }) => heard ?? []),
  )
  return rows
    .map(({ heard, ...episode }) => ({
      ...episode,
      voices: (heard ?? []).flatMap((id) => without.get(id) ?? []),
    }))
    .filter(({ voices }) => voices.length > 0)
}

/** By line: those heard in it who have not said yes. Lines that went to the bin since are in the master all the same. */
async function voicesByLine(db: Db, heard: readonly string[]): Promise<Map<string, VoiceWithoutConsent[]>> {
  const ids = heard.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (ids.length === 0) return new Map()
  const lines = await db
    .select({
      id: rundownItems.id,
      title: rundownItems.title,
      storyId: rundownItems.storyId,
      clipId: rundownItems.clipId,
    })
    .from(rundownItems)
    .where(inArray(rundownItems.id, ids))
  const clipIds = lines.flatMap(({ clipId }) => clipId ?? [])
  const storyIds = lines.flatMap(({ storyId }) => storyId ?? [])
  const { sounds, known } = await readVoicesAround(db, { clipIds, storyIds })
  return new Map(
    lines.map(({ id, title, storyId, clipId }) => {
      const voices = voicesOfLine(known, { storyId, clip: sounds.get(clipId ?? '') ?? null })
      return [id, voices.flatMap((voice) => withoutYes(voice, title))]
    }),
  )
}

function withoutYes(voice: Voice, clipTitle: string): VoiceWithoutConsent[] {
  const verdict = verdictOf(voice, 'podcast')
  const person = voice.name
  if (verdict === 'yes') return []
  if (verdict === 'no') return [{ person, clipTitle, by: 'self', isNo: true }]
  return gapsOf([voice], ['podcast']).map(({ by }) => ({ person, clipTitle, by, isNo: false }))
}
