'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { addItem, binItem, editItem, moveItem, restoreItem } from '#lib/rundown/rundown.server.ts'
import { formatDuration, parseDuration } from '#lib/time/duration.ts'

const kinds = ['theme', 'ident', 'sting', 'voice', 'clip', 'studioTalk', 'music', 'insert', 'other'] as const
const chosen = z.union([z.literal('').transform(() => null), z.uuid()])
/** Whatever came of it, the screen shows the rundown as it is now: whoever is refused sees what changed. */
async function thenRefresh(work: Promise<unknown>) {
  try {
    await work
  } finally {
    revalidatePath('/regie/emissions', 'layout')
  }
}

const line = {
  kind: z.enum(kinds, 'Choisissez ce que c’est.'),
  title: z.string().trim().max(300, 'Le titre tient en 300 caractères. Rien n’est perdu : raccourcissez-le.'),
  who: z.string().trim().max(200, 'C’est trop long : 200 caractères au plus.'),
  notes: z.string().trim().max(4000, 'Les notes tiennent en 4 000 caractères.'),
  storyId: chosen,
  clipId: chosen,
  bedId: chosen,
  joinMs: z.coerce.number('Choisissez un enchaînement.').int().min(-10_000).max(10_000),
  goesTo: z.enum(['both', 'antenne', 'podcast']).default('both'),
  planned: z
    .string()
    .trim()
    .transform((text, check) => {
      if (text === '') return undefined
      const ms = parseDuration(text)
      if (ms !== null) return ms
      check.addIssue({
        code: 'custom',
        message: 'On ne comprend pas cette durée. Écrivez par exemple 1:30, ou 45 s.',
      })
      return z.NEVER
    }),
}

export const addItemAction = act(
  z.object({ ...line, episodeId: z.uuid() }),
  async (actor, { episodeId, planned, ...rest }) => {
    await thenRefresh(
      addItem(theDb(), actor, episodeId, planned === undefined ? rest : { ...rest, plannedMs: planned }),
    )
    return { words: 'La ligne est ajoutée.' }
  },
)

const editing = z.object({
  ...line,
  itemId: z.uuid(),
  version: z.coerce.number().int(),
  plannedBefore: z.coerce.number().int(),
})

export const editItemAction = act(
  editing,
  async (actor, { itemId, version, planned, plannedBefore, ...rest }) => {
    // A length that was not touched lets a newly joined sound bring its own. The screen shows whole seconds.
    const untouched = planned !== undefined && formatDuration(planned) === formatDuration(plannedBefore)
    const plannedMs = untouched ? undefined : (planned ?? 0)
    await thenRefresh(
      editItem(theDb(), actor, itemId, version, plannedMs === undefined ? rest : { ...rest, plannedMs }),
    )
    return { words: 'C’est gardé.' }
  },
)

const moving = z.object({ itemId: z.uuid(), version: z.number().int(), to: z.number().int().min(0) })

export const moveItemAction = act(moving, async (actor, { itemId, version, to }) => {
  await thenRefresh(moveItem(theDb(), actor, itemId, version, to))
})

const one = z.object({ itemId: z.uuid() })

export const binItemAction = act(one, async (actor, { itemId }) => {
  await thenRefresh(binItem(theDb(), actor, itemId))
})

export const restoreItemAction = act(one, async (actor, { itemId }) => {
  await thenRefresh(restoreItem(theDb(), actor, itemId))
})
