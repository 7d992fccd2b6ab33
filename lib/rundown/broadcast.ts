import { z } from 'zod'

const instant = z.iso.datetime()
const milliseconds = z.int()

/** A piece of music as it goes on a return. */
export const playedMusicShape = z.object({
  itemId: z.string(),
  title: z.string(),
  performer: z.string(),
  author: z.string(),
  label: z.string(),
  catalogue: z.string(),
  isrc: z.string(),
  rights: z.string(),
  goesTo: z.string(),
  at: instant.nullable(),
  lengthMs: milliseconds,
  /** It plays under the line rather than being it. */
  isBed: z.boolean(),
})
export type PlayedMusic = z.output<typeof playedMusicShape>

/**
 * The rundown as it was broadcast, as it is frozen: instants in UTC, lengths in milliseconds. `wasLogged` is false when
 * nobody called the show, so that only the plan is known.
 */
export const broadcastShape = z.object({
  format: z.literal('la-bobine/broadcast/1'),
  show: z.object({
    name: z.string(),
    publisher: z.string(),
    station: z.string(),
    frequency: z.string(),
    timeZone: z.string(),
  }),
  episode: z.object({
    id: z.string(),
    number: z.int(),
    title: z.string(),
    airDate: z.string(),
    airTime: z.string(),
    slotMs: milliseconds,
    isRecorded: z.boolean(),
    rundownVersion: z.int(),
  }),
  wasLogged: z.boolean(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  lines: z.array(
    z.object({
      itemId: z.string(),
      fate: z.enum(['played', 'jumped', 'skipped', 'waiting', 'gone']),
      kind: z.string().nullable(),
      title: z.string(),
      who: z.string(),
      notes: z.string(),
      goesTo: z.string().nullable(),
      extra: z.record(z.string(), z.string()),
      plannedStart: instant.nullable(),
      plannedMs: milliseconds,
      actualMs: milliseconds.nullable(),
      stretches: z.array(z.object({ from: instant, until: instant.nullable() })),
    }),
  ),
  music: z.array(playedMusicShape),
  frozen: z.object({ at: instant, by: z.string(), signedBy: z.string() }),
})
export type BroadcastContent = z.output<typeof broadcastShape>
