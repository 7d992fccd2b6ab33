'use server'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { storyLimits } from '#lib/story/document.ts'
import { createFromDraft } from '#lib/story/first-draft.server.ts'

const draft = z.object({
  id: z.uuid(),
  title: z
    .string()
    .trim()
    .min(1, 'Écrivez un titre, même provisoire.')
    .max(storyLimits.title, `Le titre tient en ${storyLimits.title} caractères.`),
  words: z.string().max(200_000, 'Ce texte est trop long pour partir d’un coup.').default(''),
})

/** Creates a story that was begun without network; the same one twice is one. */
export const createFromDraftAction = act(draft, async (actor, begun) => ({
  value: await createFromDraft(theDb(), actor, begun),
}))
