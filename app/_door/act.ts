import { z } from 'zod'
import { fr } from 'zod/locales'
import { sqlState } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { cleanText } from '#lib/story/clean-text.ts'
import { currentActor } from './session.ts'
import { refusalWords } from './words.ts'

// The few fields without words of their own still speak French.
z.config(fr())

/** What a form shows after its action: words that can be acted on, and what was typed, so nothing is lost. */
export type Outcome<T = undefined> =
  | { ok: true; words: string | null; value: T; at: number }
  | { ok: false; words: string; fields: Record<string, string>; given: Record<string, string>; at: number }

export type Act<T> = (previous: Outcome<T> | null, given: FormData | unknown) => Promise<Outcome<T>>

// biome-ignore lint/suspicious/noConfusingVoidType: a verb that only does something returns nothing
type Done<T> = { words?: string; value?: T } | undefined | void

/**
 * Makes a server action of a shape and a verb. The shape is checked, the member is known, a Refusal becomes
 * French; anything else flies. Works as a form's action (with `useActionState`) and called with plain values.
 */
export function act<S extends z.ZodType, T = undefined>(
  shape: S,
  verb: (actor: Actor, input: z.output<S>) => Promise<Done<T>>,
): Act<T> {
  return async (_previous, given) => {
    const actor = await currentActor()
    if (!actor)
      return no('Vous n’êtes plus connecté. Rien n’est perdu : reprenez votre carte pour entrer.', given)
    return attempt(shape, given, (input) => verb(actor, input))
  }
}

/** As `act`, for the few doors that visitors use (sign-in). */
export function actAsVisitor<S extends z.ZodType, T = undefined>(
  shape: S,
  verb: (input: z.output<S>) => Promise<Done<T>>,
): Act<T> {
  return async (_previous, given) => attempt(shape, given, verb)
}

async function attempt<S extends z.ZodType, T>(
  shape: S,
  given: unknown,
  verb: (input: z.output<S>) => Promise<Done<T>>,
): Promise<Outcome<T>> {
  const read = shape.safeParse(cleaned(given instanceof FormData ? formValues(given) : given))
  if (!read.success) {
    const fields = Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
    return no('Il reste quelque chose à corriger. Rien n’est perdu.', given, fields)
  }
  try {
    const done = await verb(read.data)
    return { ok: true, words: done?.words ?? null, value: done?.value as T, at: Date.now() }
  } catch (error) {
    if (isRefusal(error)) return no(refusalWords(error.reason, error.facts), given)
    // A rubric, a sound, a house … that was removed since the page was opened.
    if (sqlState(error) === '23503') return no(refusalWords('choice.gone', {}), given)
    throw error
  }
}

function no(words: string, given: unknown, fields: Record<string, string> = {}) {
  return {
    ok: false as const,
    words,
    fields,
    given: given instanceof FormData ? texts(given) : {},
    at: Date.now(),
  }
}

/** What PostgreSQL, a feed and a screen can carry, however deep a text lies; files as they are. */
function cleaned(given: unknown, depth = 0): unknown {
  if (typeof given === 'string') return cleanText(given)
  if (typeof given !== 'object' || given === null || given instanceof Blob || depth > 8) return given
  if (Array.isArray(given)) return given.map((one) => cleaned(one, depth + 1))
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, cleaned(value, depth + 1)]))
}

/** Fields named `x[]` are gathered into a list. */
function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue
    if (name.endsWith('[]')) values[name.slice(0, -2)] = form.getAll(name)
    else values[name] = form.get(name)
  }
  return values
}

function texts(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
