'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { currentZone } from '#app/_show/current-show.ts'
import { stateWords } from '#app/_story/state-words.ts'
import { ofName } from '#app/_ui/name-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { storyLimits } from '#lib/story/document.ts'
import { longestAngle, storyForms } from '#lib/story/form.ts'
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
const form = z
  .union([z.enum(storyForms), z.literal('')], 'Choisissez une forme de la liste.')
  .default('')
  .transform((chosen) => chosen || null)
const angle = z
  .string()
  .trim()
  .max(longestAngle, `La question tient en ${longestAngle} caractères.`)
  .default('')
const maybe = z
  .union([z.uuid(), z.literal('')], 'Cette page est trop ancienne. Rechargez-la.')
  .default('')
  .transform((chosen) => chosen || undefined)

const beginning = z.object({
  ...{ storyId: maybe, authorId: maybe, form, angle },
  // What was spoken may have no name yet.
  title: z
    .string()
    .trim()
    .max(storyLimits.title, `Le titre tient en ${storyLimits.title} caractères.`)
    .default(''),
  isProposal: z.string().default('').transform(Boolean),
  words: z
    .string()
    .max(50_000, 'C’est trop long pour commencer. Gardez-en la moitié pour la suite.')
    .default(''),
  parle: z.string().optional(),
})
const named = beginning.refine(({ title, parle }) => title !== '' || parle, {
  path: ['title'],
  message: 'Écrivez un titre, même provisoire.',
})

export const createStoryAction = act(named, async (actor, { storyId: id, parle: _spoken, ...story }) => {
  const today = new Date().toLocaleDateString('fr-FR', { ...day, timeZone: await currentZone() })
  const title = story.title || `Idée ${ofName(actor.name)}, ${today}`
  const opening = { ...story, title, id, rubricId: null, themeIds: [] }
  redirect(`/sujets/${await createStory(theDb(), actor, opening)}`)
})

const day = { day: 'numeric', month: 'long' } as const

const changed = z.object({ storyId: id, ...details, form, angle, peopleIds: z.array(z.uuid()).default([]) })

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
