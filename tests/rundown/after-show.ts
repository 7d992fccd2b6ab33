import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/db.server.ts'
import { clips, type Music, members, shows } from '#lib/db/schema.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { doOnAir } from '#lib/rundown/on-air.server.ts'
import { addItems, type NewLine } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { instantOf } from '#lib/time/airtime.ts'

/** A show, somebody of the coordination, somebody of the technique and a resident. */
export async function foundRadio(db: Db) {
  await db
    .insert(shows)
    .values({ name: 'La Bobine', station: 'Radio Mega', slotWeekday: 5, slotTime: '18:00' })
  const actors = await Promise.all(
    (['coordination', 'technique', 'resident'] as const).map(async (role): Promise<Actor> => {
      const [row] = await db
        .insert(members)
        .values({ name: `Nadia ${role}`, role })
        .returning()
      if (!row) throw new Error('no member')
      return { memberId: row.id, name: row.name, role, houseId: null, sessionId: 's' }
    }),
  )
  const [coordination, technique, resident] = actors
  if (!coordination || !technique || !resident) throw new Error('nobody')
  return { coordination, technique, resident }
}

/** An episode with these lines; gives their ids too. */
export async function episodeOf(db: Db, actor: Actor, lines: NewLine[]) {
  const episodeId = await planNextEpisode(db, actor, new Date('2026-11-24T09:00:00Z'))
  const { result: ids } = lines.length > 0 ? await addItems(db, actor, episodeId, lines) : { result: [] }
  return { episodeId, ids }
}

export const song: Music = {
  ...{ title: 'L’eau vive', performer: 'Guy Béart', author: 'Guy Béart', label: 'Philips' },
  ...{ catalogue: 'B 76 412', isrc: 'FRZ039700210', rights: 'commercial' },
}

/** A prepared sound that is a piece of music. */
export async function musicClip(db: Db, music: Music = song): Promise<string> {
  const file = { originalName: 'x.wav', originalFile: `originals/${randomUUID()}`, sizeBytes: 1 }
  const [clip] = await db
    .insert(clips)
    .values({ title: music.title, ...file, durationMs: 200_000, state: 'ready', music })
    .returning()
  if (!clip) throw new Error('no clip')
  return clip.id
}

/** Calls a show: each line is taken at its second after the start, then the show ends. */
export async function callShow(
  db: Db,
  actor: Actor,
  episodeId: string,
  takes: [itemId: string | undefined, second: number][],
  endSecond: number | null,
) {
  const { airDate, airTime } = await readEpisode(db, actor, episodeId)
  const start = instantOf({ date: airDate, time: airTime, zone: 'Europe/Paris' })
  const at = (second: number) => start + second * 1000
  for (const [itemId, second] of takes)
    await doOnAir(
      db,
      actor,
      episodeId,
      { key: randomUUID(), deed: 'take', itemId: itemId ?? null, at: at(second) },
      at(second),
    )
  if (endSecond !== null)
    await doOnAir(db, actor, episodeId, { key: randomUUID(), deed: 'end', at: at(endSecond) }, at(endSecond))
}
