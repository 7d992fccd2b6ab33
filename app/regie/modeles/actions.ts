'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import {
  copyTemplate,
  editTemplate,
  previewTemplate,
  removeTemplate,
  restoreTemplate,
} from '#lib/rundown/template-edit.server.ts'
import { templateShape, timingShape } from './template-shape.ts'

const one = z.object({ templateId: z.uuid() })

export const editTemplateAction = act(templateShape, async (actor, { templateId, seen, ...details }) => {
  const made = await editTemplate(theDb(), actor, templateId, seen, details, new Date())
  revalidatePath('/regie', 'layout')
  const planned = made === 1 ? ' Un numéro est préparé.' : ` ${made} numéros sont préparés.`
  return { words: made > 0 ? `C’est gardé.${planned}` : 'C’est gardé.' }
})

/** What the next three shows will be called, before anything is kept. */
export const previewTemplateAction = act(timingShape, async (actor, timing) => ({
  value: await previewTemplate(theDb(), actor, timing, new Date()),
}))

export const copyTemplateAction = act(one, async (actor, { templateId }) => {
  const id = await copyTemplate(theDb(), actor, templateId)
  redirect(`/regie/modeles/${id}`)
})

export const removeTemplateAction = act(one, async (actor, { templateId }) => {
  await removeTemplate(theDb(), actor, templateId)
  revalidatePath('/regie', 'layout')
})

export const restoreTemplateAction = act(one, async (actor, { templateId }) => {
  await restoreTemplate(theDb(), actor, templateId)
  revalidatePath('/regie', 'layout')
})
