'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { checkNames } from '#lib/story/checklist.ts'
import { noteLimits } from '#lib/story/note.ts'
import { addNote, answerNote, closeNote, reopenNote } from '#lib/story/notes.server.ts'
import { askReview, finishReview, MAX_MESSAGE } from '#lib/story/review.server.ts'
import { readyMessages } from './ready-messages.ts'

const id = z.uuid('Cette page est trop ancienne. Rechargez-la.')
const atMost = (most: number) => z.string().max(most, `C’est trop long : ${most} caractères au plus.`)
const count = z.coerce.number().int().min(0).max(10_000_000)

const note = z.object({
  storyId: id,
  body: atMost(noteLimits.body).default(''),
  proposed: atMost(noteLimits.proposed).nullable().default(null),
  quote: atMost(noteLimits.quote).default(''),
  line: count.default(0),
  from: count.default(0),
  to: count.default(0),
})

export const addNoteAction = act(note, async (actor, { storyId, body, proposed, ...place }) => {
  await addNote(theDb(), actor, storyId, { body, proposed, place: place.quote === '' ? null : place })
  refresh()
})

const answer = z.object({ noteId: id, body: atMost(noteLimits.body).trim().min(1, 'Écrivez votre réponse.') })

export const answerNoteAction = act(answer, async (actor, { noteId, body }) => {
  await answerNote(theDb(), actor, noteId, body)
  refresh()
})

const end = z.object({ noteId: id, outcome: z.enum(['resolved', 'taken', 'kept', 'withdrawn']) })

export const closeNoteAction = act(end, async (actor, { noteId, outcome }) => {
  await closeNote(theDb(), actor, noteId, outcome)
  refresh()
})

export const reopenNoteAction = act(z.object({ noteId: id }), async (actor, { noteId }) => {
  await reopenNote(theDb(), actor, noteId)
  refresh()
})

const asked = z.object({
  storyId: id,
  reviewerId: z.union([z.uuid(), z.literal('')]).transform((one) => one || null),
})

export const askReviewAction = act(asked, async (actor, { storyId, reviewerId }) => {
  await askReview(theDb(), actor, storyId, reviewerId)
  refresh()
})

const finish = z.object({
  storyId: id,
  verdict: z.enum(['ready', 'changes']),
  checks: z.array(z.enum(checkNames)).default([]),
  ready: z.enum(Object.keys(readyMessages)).or(z.literal('')).default(''),
  message: atMost(MAX_MESSAGE).trim().default(''),
})

export const finishReviewAction = act(finish, async (actor, { storyId, ready, message, ...given }) => {
  const said = message || (readyMessages[ready] ?? '')
  await finishReview(theDb(), actor, storyId, { ...given, message: said })
  redirect(`${can(actor, 'workspace.enter', null) ? '/regie' : ''}/relectures?merci`)
})
