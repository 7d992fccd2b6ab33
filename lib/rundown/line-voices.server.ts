import type { Db } from '#lib/db/db.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { gapsOf } from '#lib/rights/consent.ts'
import { formSubject } from '#lib/rights/forms.server.ts'
import { readVoicesAround, type Voice } from '#lib/rights/voices.server.ts'
import { voicesOfLine } from '#lib/rights/voices-of.ts'
import { type RundownLine, rundownOf } from './rundown.server.ts'

/** A line in which somebody speaks, or may: `storyId` is where they are written down, null for a sound of no story. */
export type LineVoices = {
  id: string
  number: number
  title: string
  storyId: string | null
  voices: Voice[]
}

/** Kinds that are the show's own sounds or music: nobody is asked for them unless somebody was named. */
const voiceless: readonly RundownLine['kind'][] = ['theme', 'ident', 'sting', 'music']

/** Who speaks in each line of an episode. Lines put aside, and those that have neither text nor sound, are not in it. */
export async function readLineVoices(db: Db, actor: Actor, episodeId: string): Promise<LineVoices[]> {
  permit(actor, 'rundown.edit', null)
  const { lines } = await rundownOf(db, episodeId)
  const clipIds = lines.flatMap(({ clipId }) => clipId ?? [])
  const storyIds = lines.flatMap(({ storyId }) => storyId ?? [])
  const { sounds, known } = await readVoicesAround(db, { clipIds, storyIds })
  return lines.flatMap(({ id, position, title, kind, storyId, clipId, isSkipped }) => {
    if (isSkipped || (storyId === null && clipId === null)) return []
    const clip = sounds.get(clipId ?? '') ?? null
    const voices = voicesOfLine(known, { storyId, clip })
    if (voices.length === 0 && voiceless.includes(kind)) return []
    const line = { id, number: position + 1, title, voices }
    return [{ ...line, storyId: clip?.storyId ?? storyId }]
  })
}

/** The sheets still to sign for an episode: of each person something is missing of, once for each line. */
export async function readMissingForms(db: Db, actor: Actor, episodeId: string) {
  const lines = await readLineVoices(db, actor, episodeId)
  const show = await readShow(db)
  const subjects = lines.flatMap(({ title, voices }) =>
    voices.filter((voice) => gapsOf([voice]).length > 0).map((voice) => formSubject(show, title, voice)),
  )
  return { show, subjects: subjects.length > 0 ? subjects : [formSubject(show, '')] }
}
