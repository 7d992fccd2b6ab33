'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { keepOwnPage } from '#lib/publishing/member-page.server.ts'

const page = z.object({
  name: z
    .string()
    .trim()
    .max(60, 'Ce nom est trop long : 60 lettres au plus.')
    .transform((name) => name.replace(/\s+/g, ' ')),
  words: z.string().trim().max(600, 'C’est trop long : 600 lettres au plus.'),
  shown: z.literal('on').optional(),
})

export const keepOwnPageAction = act(page, async (actor, { name, words, shown }) => {
  const isShown = shown === 'on'
  await keepOwnPage(theDb(), actor, { isShown, name, words })
  revalidatePath('/reglages/ma-page')
  return {
    words: isShown
      ? 'C’est gardé. Votre page est en ligne.'
      : 'C’est gardé. Vous n’avez pas de page en ligne.',
  }
})
