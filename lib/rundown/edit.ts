import { z } from 'zod'
import { cleanText } from '#lib/story/clean-text.ts'
import { hours } from '#lib/time/duration.ts'
import { lineLimits } from './patch.ts'

export { lineLimits } from './patch.ts'

const id = z.uuid()
const seen = z.object({ id, version: z.int() })
/** What a database and a screen can carry. */
const text = (most: number) => z.string().transform(cleanText).pipe(z.string().trim().max(most))
/** A wall time of the show, to the second. */
const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  .transform((time) => (time.length === 5 ? `${time}:00` : time))
const kind = z.enum(['theme', 'ident', 'sting', 'voice', 'clip', 'studioTalk', 'music', 'insert', 'other'])

const fields = z.object({
  kind,
  title: text(lineLimits.title),
  who: text(lineLimits.who),
  notes: text(lineLimits.notes),
  plannedMs: z.int().min(0).max(hours(24)),
  storyId: id.nullable(),
  clipId: id.nullable(),
  goesTo: z.enum(['both', 'antenne', 'podcast']),
  bedId: id.nullable(),
  joinMs: z.int().min(-10_000).max(10_000),
  fixedStart: wallTime.nullable(),
  fixedEnd: wallTime.nullable(),
  hitTime: wallTime.nullable(),
  isSkipped: z.boolean(),
  countToEnd: z.boolean(),
  extra: z.record(
    z
      .string()
      .max(60)
      .refine((name) => name === cleanText(name)),
    text(lineLimits.extra),
  ),
})
const after = id.nullable()

/**
 * All that may be done to a rundown in one step. `after` is the line that comes before (null = at the head); `version`
 * is that of the line as it was seen. A new line may bring its `id`. `set` with `plannedMs` 0 lets the line's sound or text bring its own length.
 */
export const editShape = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('add'),
    lines: z
      .array(fields.partial().required({ kind: true }).extend({ id: id.optional() }))
      .min(1)
      .max(lineLimits.lines),
    after: after.optional(),
  }),
  z.object({ do: z.literal('set'), id, version: z.int(), fields: fields.partial() }),
  z.object({ do: z.literal('move'), lines: z.array(seen).min(1).max(lineLimits.lines), after }),
  z.object({ do: z.literal('bin'), ids: z.array(id).min(1).max(lineLimits.lines) }),
  z.object({ do: z.literal('restore'), id }),
  z.object({ do: z.literal('duplicate'), ids: z.array(id).min(1).max(100) }),
  z.object({ do: z.literal('undo') }),
  z.object({ do: z.literal('redo') }),
  z.object({ do: z.literal('return'), version: z.int().min(0) }),
])
export type Edit = z.output<typeof editShape>

/** An edit as it is sent: with a `key` of the sender's own it is done once, however often it is sent. */
export const askShape = z.object({ key: id.optional(), edit: editShape })

/** Where a screen is: `line` null while it is on none, `gone` when it closes. */
export const hereShape = z.object({
  tab: id,
  line: id.nullable().default(null),
  gone: z.literal(true).optional(),
})
