import { z } from 'zod'
import type { StoryForm } from '#lib/db/schema.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { storyLimits } from '#lib/story/document.ts'
import { longestAngle, storyForms } from '#lib/story/form.ts'

/** A story that is being begun: all of it is in the address, so that going back, reloading and no script lose nothing. */
export type Beginning = {
  /** The id that the story will have: recordings made before it is there already belong to it. */
  storyId: string
  title: string
  angle: string
  form: StoryForm | null
  /** In whose name, when not one's own. */
  authorId: string
  isProposal: boolean
  /** Something was said instead of written. */
  isSpoken: boolean
}
/** The questions, in order: of what, how, with which first words. */
export type Step = 1 | 2 | 3
export type Search = Record<string, string | string[] | undefined>

const text = (most: number) =>
  z
    .string()
    .catch('')
    .transform((typed) => cleanLine(typed).slice(0, most))
const id = z.uuid().or(z.literal('')).catch('')
const ticked = z
  .string()
  .optional()
  .catch('on')
  .transform((value) => Boolean(value))

const shape = z.object({
  sujet: id,
  titre: text(storyLimits.title),
  angle: text(longestAngle),
  forme: z.enum(storyForms).nullable().catch(null),
  pour: id,
  proposer: ticked,
  parle: ticked,
  etape: z.enum(['1', '2', '3']).catch('1'),
})

/** Reads a beginning out of the address. What cannot be read is as if it had not been answered. */
export function beginningFrom(search: Search): { beginning: Beginning; step: Step } {
  const { sujet, titre, angle, forme, pour, proposer, parle, etape } = shape.parse(search)
  const answers = { title: titre, angle, form: forme, authorId: pour, isProposal: proposer, isSpoken: parle }
  return { beginning: { storyId: sujet, ...answers }, step: Number(etape) as Step }
}

/** Whether the first question has an answer: nothing can be opened without. */
export const isNamed = ({ title, isSpoken }: Beginning) => title !== '' || isSpoken

/** What carries a beginning on, by the names that the address uses; empty answers left out. */
export function carried(beginning: Beginning): [name: string, value: string][] {
  const pairs: [string, string][] = [
    ['sujet', beginning.storyId],
    ['titre', beginning.title],
    ['angle', beginning.angle],
    ['forme', beginning.form ?? ''],
    ['pour', beginning.authorId],
    ['proposer', beginning.isProposal ? 'oui' : ''],
    ['parle', beginning.isSpoken ? 'oui' : ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

/** The address of a question, with all that was answered before. */
export function stepHref(beginning: Beginning, step: Step): string {
  return `/sujets/nouveau?${new URLSearchParams([...carried(beginning), ['etape', String(step)]])}`
}
