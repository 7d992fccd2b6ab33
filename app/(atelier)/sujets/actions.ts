'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { stateWords } from '#app/_story/state-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { storyLimits } from '#lib/story/document.ts'
import { storyStates } from '#lib/story/state.ts'
import { binStory, changeStoryState, createStory, editStory, restoreStory } from '#lib/story/story.server.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const details = {
  title: z
    .string()
    .trim()
    .min(1, 'Écrivez un titre, même provisoire.')
    .max(storyLimits.title, `Le titre tient en ${storyLimits.title} caractères.`),
  rubricId: z
    .union([z.uuid(), z.literal('')], 'Choisissez une rubrique de la liste.')
    .default('')
    .transform((rubricId) => rubricId || null),
  themeIds: z.array(z.uuid()).max(3, 'Gardez trois thèmes au plus.').default([]),
}

export const createStoryAction = act(z.object(details), async (actor, story) => {
  redirect(`/sujets/${await createStory(theDb(), actor, story)}`)
})

const changed = z.object({ storyId: id, ...details, peopleIds: z.array(z.uuid()).default([]) })

export const editStoryAction = act(changed, async (actor, { storyId, ...story }) => {
  await editStory(theDb(), actor, storyId, story)
  refresh()
  return { words: 'C’est gardé.' }
})

const step = z.object({ storyId: id, to: z.enum(storyStates) })

export const changeStoryStateAction = act(step, async (actor, { storyId, to }) => {
  await changeStoryState(theDb(), actor, storyId, to)
  refresh()
  return {
    words:
      to === 'toReview'
        ? 'C’est envoyé à la coordination. Vous pouvez encore changer.'
        : `C’est noté : ${stateWords[to].toLowerCase()}.`,
  }
})

const one = z.object({ storyId: id })

export const binStoryAction = act(one, async (actor, { storyId }) => {
  await binStory(theDb(), actor, storyId)
})

export const restoreStoryAction = act(one, async (actor, { storyId }) => {
  await restoreStory(theDb(), actor, storyId)
  refresh()
  return { words: 'Le sujet est de retour.' }
})
