'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { cutPreviewLink, makePreviewLink } from '#lib/publishing/preview.server.ts'

export const makePreviewAction = act(z.object({ episodeId: z.uuid() }), async (actor, { episodeId }) => {
  const token = await makePreviewLink(theDb(), actor, episodeId)
  revalidatePath(`/regie/emissions/${episodeId}/publier`)
  return { value: `${theSite().baseUrl}/apercu/${token}` }
})

const cutting = z.object({ episodeId: z.uuid(), linkId: z.uuid() })

export const cutPreviewAction = act(cutting, async (actor, { episodeId, linkId }) => {
  await cutPreviewLink(theDb(), actor, linkId)
  revalidatePath(`/regie/emissions/${episodeId}/publier`)
  return { words: 'Le lien est coupé. Plus personne ne peut l’ouvrir.' }
})
