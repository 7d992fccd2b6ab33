import { z } from 'zod'
import { hours } from '#lib/time/duration.ts'

const sent = { key: z.uuid(), at: z.int().optional(), isRehearsal: z.boolean().optional() }

/**
 * What somebody does on air, as a screen sends it: under a `key` of its own, so that it is done once however often it
 * is sent, and with `at`, the server's time (epoch ms) when they did it.
 */
export const deedShape = z.discriminatedUnion('deed', [
  z.object({ ...sent, deed: z.literal('take'), itemId: z.uuid() }),
  z.object({ ...sent, deed: z.literal('add'), ms: z.int().min(-hours(1)).max(hours(1)) }),
  z.object({ ...sent, deed: z.literal('pause') }),
  z.object({ ...sent, deed: z.literal('resume') }),
  z.object({ ...sent, deed: z.literal('end') }),
])
export type SentDeed = z.output<typeof deedShape>
