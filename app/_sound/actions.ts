'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { parseIsrc } from '#lib/sound/music.ts'
import { attachClip, binClip, editClip, restoreClip, retryClip } from '#lib/sound/sound.server.ts'
import { longestTitle } from '#lib/sound/sound-name.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const one = z.object({ clipId: id })
const line = z.string().trim().max(200, 'Gardez 200 caractères au plus.').default('')

const renaming = z.object({
  clipId: id,
  title: z
    .string()
    .trim()
    .min(1, 'Donnez un nom au son, même provisoire.')
    .max(longestTitle, `Le nom tient en ${longestTitle} caractères.`),
})

export const renameSoundAction = act(renaming, async (actor, { clipId, title }) => {
  await editClip(theDb(), actor, clipId, { title })
  refresh()
  return { words: 'C’est gardé.' }
})

const describing = z.object({
  clipId: id,
  imaging: z
    .union([z.enum(['theme', 'ident', 'sting', 'bed']), z.literal('')])
    .default('')
    .transform((kind) => kind || null),
  isMusic: z.literal('on').optional(),
  title: line,
  performer: line,
  author: line,
  label: line,
  catalogue: line,
  isrc: line.refine(
    (typed) => typed === '' || parseIsrc(typed) !== null,
    'Un ISRC a douze lettres et chiffres. Laissez vide si vous ne l’avez pas.',
  ),
  rights: z.enum(['commercial', 'free', 'permission', 'own'], 'Dites d’où vient la musique.').optional(),
  credits: z.string().trim().max(500, 'Gardez 500 caractères au plus.').default(''),
})

export const describeSoundAction = act(
  describing.refine(({ isMusic, rights }) => !isMusic || rights, {
    path: ['rights'],
    message: 'Dites d’où vient la musique.',
  }),
  async (actor, { clipId, imaging, isMusic, rights, credits, ...titles }) => {
    const music = isMusic && rights ? { ...titles, rights } : null
    await editClip(theDb(), actor, clipId, { imaging, music, credits })
    refresh()
    return { words: 'C’est gardé.' }
  },
)

const attaching = z.object({
  clipId: id,
  storyId: z.union([z.uuid(), z.literal('')]).transform((storyId) => storyId || null),
})

export const attachSoundAction = act(attaching, async (actor, { clipId, storyId }) => {
  await attachClip(theDb(), actor, clipId, storyId)
  refresh()
  return { words: storyId ? 'Le son est rangé dans ce sujet.' : 'Le son est sorti du sujet.' }
})

export const binSoundAction = act(one, async (actor, { clipId }) => {
  await binClip(theDb(), actor, clipId)
  refresh()
})

export const restoreSoundAction = act(one, async (actor, { clipId }) => {
  await restoreClip(theDb(), actor, clipId)
  refresh()
})

export const retrySoundAction = act(one, async (actor, { clipId }) => {
  await retryClip(theDb(), actor, clipId)
  refresh()
})
