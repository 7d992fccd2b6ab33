'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { askHand, withdrawHand } from '#lib/story/hand.server.ts'
import { giveStoryBack, offerStory, takeStory } from '#lib/story/proposal.server.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const one = z.object({ storyId: id })

export const takeStoryAction = act(one, async (actor, { storyId }) => {
  await takeStory(theDb(), actor, storyId)
  refresh()
  return { words: 'Le sujet est à vous.' }
})

export const giveStoryBackAction = act(one, async (actor, { storyId }) => {
  await giveStoryBack(theDb(), actor, storyId)
  refresh()
  return { words: 'L’idée est de nouveau proposée à tout le monde.' }
})

const offering = z.object({ storyId: id, isProposal: z.enum(['oui', 'non']) })

export const offerStoryAction = act(offering, async (actor, { storyId, isProposal }) => {
  await offerStory(theDb(), actor, storyId, isProposal === 'oui')
  refresh()
  return {
    words:
      isProposal === 'oui'
        ? 'L’idée est proposée à tout le monde. Elle reste à vous tant que personne ne la prend.'
        : 'L’idée n’est plus proposée. Elle est à vous.',
  }
})

const hand = z.object({
  storyId: id,
  helperId: z.uuid('Choisissez une personne de la liste.'),
})

export const askHandAction = act(hand, async (actor, { storyId, helperId }) => {
  const helper = await askHand(theDb(), actor, storyId, helperId)
  refresh()
  return {
    words: `C’est partagé avec ${helper}. Votre sujet l’attend dans « Ma bobine », et vous pouvez écrire ensemble.`,
    value: { helperId },
  }
})

export const withdrawHandAction = act(hand, async (actor, { storyId, helperId }) => {
  await withdrawHand(theDb(), actor, storyId, helperId)
  refresh()
})
