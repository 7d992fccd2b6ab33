'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import type { VoiceUse } from '#lib/db/schema.ts'
import { recordConsent, returnVoice, withdrawVoice } from '#lib/rights/answers.server.ts'
import { gapsOf, voiceUses } from '#lib/rights/consent.ts'
import { proofKinds } from '#lib/rights/proof.ts'
import { addVoice, editVoice, removeVoice, restoreVoice, warnListeners } from '#lib/rights/rights.server.ts'
import { voiceLimits } from '#lib/rights/voice-limits.ts'
import { readVoices } from '#lib/rights/voices.server.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const name = z.string().trim().max(voiceLimits.name, `Gardez ${voiceLimits.name} caractères au plus.`)
const details = {
  name: name.min(1, 'Écrivez un prénom.'),
  alias: name.default(''),
  isMinor: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
  clipId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .transform((clipId) => clipId || null),
}

const mine = z.object({ storyId: id, uses: z.array(z.enum(voiceUses)).default([]) })

export const addMyselfAction = act(mine, async (actor, { storyId, uses }) => {
  const voiceId = await addVoice(theDb(), actor, storyId, { name: actor.name, isActor: true })
  if (uses.length === 0) redirect(`/sujets/${storyId}/accords/${voiceId}`)
  const answers = uses.map((use) => ({ use, isYes: true }))
  await recordConsent(theDb(), actor, voiceId, { by: 'self', answers, proof: 'tap', file: null })
  refresh()
  return { words: 'C’est noté.' }
})

const somebody = z.object({ storyId: id, ...details })

export const addVoiceAction = act(somebody, async (actor, { storyId, ...voice }) => {
  const voiceId = await addVoice(theDb(), actor, storyId, voice)
  redirect(`/sujets/${storyId}/accords/${voiceId}`)
})

const renamed = z.object({ voiceId: id, ...details })

export const editVoiceAction = act(renamed, async (actor, { voiceId, ...voice }) => {
  await editVoice(theDb(), actor, voiceId, voice)
  refresh()
  return { words: 'C’est gardé.' }
})

const choice = z.enum(['oui', 'non']).optional()
const answered = z.object({
  storyId: id,
  voiceId: id,
  by: z.enum(['self', 'parent']),
  parentName: name.default(''),
  antenne: choice,
  podcast: choice,
  extract: choice,
  archive: choice,
  proof: z.enum(proofKinds, 'Choisissez comment répondre.'),
  file: z.instanceof(Blob).optional(),
})

export const answerAction = act(answered, async (actor, { storyId, voiceId, file, ...given }) => {
  const answers = voiceUses.flatMap((use: VoiceUse) =>
    given[use] ? [{ use, isYes: given[use] === 'oui' }] : [],
  )
  const { by, parentName, proof } = given
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : null
  await recordConsent(theDb(), actor, voiceId, { by, parentName, answers, proof, file: bytes })
  const at = `/sujets/${storyId}/accords`
  const voice = (await readVoices(theDb(), actor, storyId)).find((one) => one.id === voiceId)
  // Of a minor, the other of the two is asked next.
  const next = voice && gapsOf([voice]).find((gap) => gap.by !== by)
  redirect(next ? `${at}/${voiceId}?qui=${next.by === 'parent' ? 'parent' : 'personne'}` : at)
})

const one = z.object({ voiceId: id })
const takenBack = one.extend({ by: z.enum(['self', 'parent']).default('self') })

export const withdrawAction = act(takenBack, async (actor, { voiceId, by }) => {
  await withdrawVoice(theDb(), actor, voiceId, by)
  refresh()
})

export const returnAction = act(takenBack, async (actor, { voiceId, by }) => {
  await returnVoice(theDb(), actor, voiceId, by)
  refresh()
})

export const removeVoiceAction = act(one, async (actor, { voiceId }) => {
  await removeVoice(theDb(), actor, voiceId)
  refresh()
})

export const restoreVoiceAction = act(one, async (actor, { voiceId }) => {
  await restoreVoice(theDb(), actor, voiceId)
  refresh()
})

const warned = z.object({
  storyId: id,
  warning: z.string(),
  own: z.string().max(voiceLimits.warning, `Gardez ${voiceLimits.warning} caractères au plus.`).default(''),
})

export const warnAction = act(warned, async (actor, { storyId, warning, own }) => {
  await warnListeners(theDb(), actor, storyId, warning === 'own' ? own : warning)
  refresh()
  return { words: 'C’est gardé.' }
})
