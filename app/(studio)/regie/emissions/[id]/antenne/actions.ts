'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { cutDirectLink, makeDirectLink } from '#lib/rundown/direct.server.ts'

const episode = z.object({ episodeId: z.uuid() })

export const makeLinkAction = act(episode, async (actor, { episodeId }) => {
  const token = await makeDirectLink(theDb(), actor, episodeId)
  revalidatePath(`/regie/emissions/${episodeId}/antenne`)
  return { value: `${theSite().baseUrl}/direct/${token}` }
})

const link = episode.extend({ linkId: z.uuid() })

export const cutLinkAction = act(link, async (actor, { episodeId, linkId }) => {
  await cutDirectLink(theDb(), actor, linkId)
  revalidatePath(`/regie/emissions/${episodeId}/antenne`)
  return { words: 'Ce lien ne marche plus.' }
})
