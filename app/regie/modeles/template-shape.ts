import { z } from 'zod'
import type { TemplateItem } from '#lib/db/schema.ts'
import { templateItemShape } from '#lib/rundown/template-items.ts'
import { parseDuration } from '#lib/time/duration.ts'
import { mostWeeks, type RuleChoice, ruleOf } from '#lib/time/rule-choice.ts'

const weekday = z.coerce.number('Choisissez un jour.').int().min(1, 'Choisissez un jour.').max(7)
const list = z.array(z.string().max(300)).max(500).default([])

const timing = {
  ruleKind: z.enum(['slot', 'weekly', 'monthly', 'kept'], 'Choisissez quand elle passe.'),
  days: z.array(weekday).max(7).default([]),
  every: z.coerce.number().int().min(1).max(mostWeeks).default(1),
  since: z.union([z.literal('').transform(() => null), z.iso.date('Choisissez un jour.')]).default(null),
  nth: z.coerce
    .number()
    .int()
    .refine((nth) => [1, 2, 3, 4, -1].includes(nth))
    .default(1),
  day: weekday.default(1),
  rule: z.string().max(300).default(''),
  titlePattern: z.string().trim().max(255, 'Le titre tient en 255 caractères.'),
  airTime: z.union(
    [z.literal('').transform(() => null), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)],
    'Écrivez l’heure comme 18:00.',
  ),
}
type Chosen = z.output<z.ZodObject<typeof timing>>

function choiceFrom({ ruleKind, days, every, since, nth, day, rule }: Chosen): RuleChoice {
  if (ruleKind === 'weekly') return { kind: 'weekly', days: [...new Set(days)], every, since }
  if (ruleKind === 'monthly') return { kind: 'monthly', nth, day }
  return ruleKind === 'kept' ? { kind: 'kept', rule } : { kind: 'slot' }
}

/** What a chosen rule still lacks, by the field that lacks it. */
function lacking({ ruleKind, days, every, since }: Chosen): { path: string; message: string } | null {
  if (ruleKind !== 'weekly') return null
  if (days.length === 0) return { path: 'days', message: 'Choisissez au moins un jour.' }
  if (every > 1 && since === null)
    return { path: 'since', message: 'Dites à partir de quel jour, pour savoir quelles semaines compter.' }
  return null
}

/** When a template's shows air, as its form sends it. */
export const timingShape = z.object(timing).transform((chosen, check) => {
  const lack = lacking(chosen)
  if (lack) check.addIssue({ code: 'custom', path: [lack.path], message: lack.message })
  if (lack) return z.NEVER
  const { titlePattern, airTime } = chosen
  return { rule: ruleOf(choiceFrom(chosen)), titlePattern, airTime }
})

/** A whole template. Its lines come as lists, one entry a line, in their order on the page. */
export const templateShape = z
  .object({
    ...timing,
    templateId: z.uuid(),
    seen: z.string().max(100),
    name: z.string().trim().min(1, 'Donnez un nom au modèle.').max(80, 'Le nom tient en 80 caractères.'),
    target: z.string(),
    daysAhead: z.coerce
      .number('Écrivez un nombre de jours.')
      .int('Écrivez un nombre entier.')
      .min(1, 'Un jour au moins.')
      .max(120, 'Cent vingt jours au plus.'),
    kind: list,
    title: list,
    who: list,
    planned: list,
    rest: z.array(z.string().max(2000)).max(500).default([]),
  })
  .transform(({ templateId, seen, name, target, daysAhead, ...form }, check) => {
    const lack = lacking(form)
    if (lack) check.addIssue({ code: 'custom', path: [lack.path], message: lack.message })
    const targetMs = target.trim() === '' ? null : parseDuration(target)
    if (targetMs === null && target.trim() !== '')
      check.addIssue({
        code: 'custom',
        path: ['target'],
        message: 'On ne comprend pas cette durée. Écrivez par exemple 27:30.',
      })
    const items = form.kind.map((_kind, index) => itemFrom(form, index))
    for (const [index, item] of items.entries())
      if (typeof item === 'string')
        check.addIssue({ code: 'custom', path: ['planned', index], message: item })
    const whole = items.filter((item): item is TemplateItem => typeof item !== 'string')
    if (lack || whole.length < items.length) return z.NEVER
    const { titlePattern, airTime } = form
    const rule = ruleOf(choiceFrom(form))
    return { templateId, seen, name, items: whole, rule, titlePattern, airTime, targetMs, daysAhead }
  })

type Lines = Record<'kind' | 'title' | 'who' | 'planned' | 'rest', readonly string[]>

/** A line of the form; a sentence when it cannot be read. */
function itemFrom(form: Lines, index: number): TemplateItem | string {
  const plannedMs = parseDuration(form.planned[index] || '0')
  if (plannedMs === null) return 'On ne comprend pas cette durée. Écrivez par exemple 1:30, ou 45 s.'
  const item = templateItemShape.safeParse({
    ...restOf(form.rest[index]),
    kind: form.kind[index],
    title: form.title[index],
    who: form.who[index],
    plannedMs,
  })
  return item.success ? item.data : 'Cette ligne ne peut pas être gardée ainsi.'
}

/** What a line has that the form does not show. */
function restOf(text: string | undefined): object {
  try {
    const rest: unknown = JSON.parse(text ?? '{}')
    return typeof rest === 'object' && rest !== null ? rest : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
