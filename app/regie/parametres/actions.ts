'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import {
  addToList,
  bringCover,
  drawOwnCover,
  editShow,
  removeFromList,
  renameInList,
} from '#lib/episode/show.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { isCategory } from '#lib/publishing/categories.ts'
import { parseDuration } from '#lib/time/duration.ts'
import { level } from './level.ts'

const line = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`)

const settings = z
  .object({
    name: line(120).min(1, 'Écrivez le nom de l’émission.'),
    description: line(3000),
    language: z.enum(['fr', 'fr-fr'], 'Choisissez une langue.'),
    category: line(80),
    publisher: line(200),
    director: line(200),
    ownerEmail: z.union([z.literal(''), z.email('Cette adresse n’est pas complète.').max(254)]),
    contact: line(60),
    station: line(120),
    frequency: line(60),
    slotWeekday: z.union(
      [z.literal('').transform(() => null), z.coerce.number().int().min(1).max(7)],
      'Choisissez un jour.',
    ),
    slotTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure comme 18:00.'),
    target: z.string(),
    podcastLufs: level({ least: -31, most: -9, usual: -16 }),
    podcastDbtp: level({ least: -9, most: -0.5, usual: -1 }),
    antenneLufs: level({ least: -31, most: -9, usual: -23 }),
    antenneDbtp: z.enum(['-1', '-2'], 'Choisissez une crête.').transform(Number),
    antenneFormat: z.enum(['wav24', 'wav16', 'mp2', 'mp3'], 'Choisissez un format.'),
    // An unticked box is not sent at all.
    antenneFills: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked !== undefined),
  })
  .transform(({ target, category, ...rest }, check) => {
    const targetMs = parseDuration(target)
    const [name = '', subcategory = ''] = category.split(' › ')
    if (targetMs === null || targetMs <= 0) {
      check.addIssue({
        code: 'custom',
        path: ['target'],
        message: 'On ne comprend pas cette durée. Écrivez par exemple 27:30.',
      })
      return z.NEVER
    }
    if (!isCategory(name, subcategory)) {
      check.addIssue({ code: 'custom', path: ['category'], message: 'Choisissez une catégorie de la liste.' })
      return z.NEVER
    }
    return { ...rest, targetMs, category: name, subcategory }
  })

export const editShowAction = act(settings, async (actor, input) => {
  await editShow(theDb(), actor, input, theFiles())
  revalidatePath('/', 'layout')
  return { words: 'C’est gardé.' }
})

const list = z.enum(['houses', 'rubrics', 'themes'])
const entryName = line(80).min(1, 'Écrivez un nom.')

export const addToListAction = act(z.object({ list, name: entryName }), async (actor, input) => {
  await addToList(theDb(), actor, input.list, input.name)
  revalidatePath('/regie/parametres')
  return { words: `« ${input.name} » est dans la liste.` }
})

export const renameInListAction = act(
  z.object({ list, id: z.uuid(), name: entryName }),
  async (actor, input) => {
    await renameInList(theDb(), actor, input.list, input.id, input.name)
    revalidatePath('/regie/parametres')
    return { words: 'C’est gardé.' }
  },
)

export const removeFromListAction = act(z.object({ list, id: z.uuid() }), async (actor, input) => {
  await removeFromList(theDb(), actor, input.list, input.id)
  revalidatePath('/regie/parametres')
  return { words: 'C’est retiré de la liste.' }
})

const picture = z.object({
  picture: z
    .file('Choisissez une image.')
    .min(1, 'Choisissez une image.')
    .max(10_000_000, 'Cette image est trop lourde : 10 Mo au plus.'),
})

export const bringCoverAction = act(picture, async (actor, input) => {
  await bringCover(theDb(), actor, new Uint8Array(await input.picture.arrayBuffer()), theFiles())
  revalidatePath('/', 'layout')
  return { words: 'La couverture est changée.' }
})

export const drawCoverAction = act(z.unknown(), async (actor) => {
  await drawOwnCover(theDb(), actor, theFiles())
  revalidatePath('/', 'layout')
  return { words: 'La couverture est redessinée.' }
})
