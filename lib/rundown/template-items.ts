import { z } from 'zod'
import type { TemplateItem } from '#lib/db/schema.ts'
import { hours } from '#lib/time/duration.ts'
import { lineLimits } from './edit.ts'

const id = z.uuid().nullable()
const wallTime = z.string().nullable().default(null)

/** A template's line. What older ones lack takes what a new line has. */
export const templateItemShape = z.object({
  kind: z.enum(['theme', 'ident', 'sting', 'voice', 'clip', 'studioTalk', 'music', 'insert', 'other']),
  title: z.string().trim().max(lineLimits.title).default(''),
  who: z.string().trim().max(lineLimits.who).default(''),
  plannedMs: z.int().min(0).max(hours(24)).default(0),
  clipId: id.default(null),
  goesTo: z.enum(['both', 'antenne', 'podcast']).default('both'),
  bedId: id.default(null),
  joinMs: z.int().min(-10_000).max(10_000).default(0),
  fixedStart: wallTime,
  fixedEnd: wallTime,
  hitTime: wallTime,
  isSkipped: z.boolean().default(false),
  countToEnd: z.boolean().default(false),
})

/** The lines as a template keeps them, whenever it was kept. */
export function templateItems(stored: unknown): TemplateItem[] {
  return z.array(templateItemShape).parse(stored)
}
