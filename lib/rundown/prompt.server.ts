import type { Db } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { promptTextsOf } from '#lib/story/prompt.server.ts'
import { readLines } from './change.server.ts'
import type { RundownTexts } from './prompt.ts'

/** The texts of all lines of an episode as of this moment, by their stories' ids. */
export async function readRundownTexts(db: Db, actor: Actor, episodeId: string): Promise<RundownTexts> {
  permit(actor, 'rundown.read', null)
  const lines = await readLines(db, episodeId)
  return await promptTextsOf(db, [...new Set(lines.flatMap(({ storyId }) => storyId ?? []))])
}
