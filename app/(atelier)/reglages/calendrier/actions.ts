'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { dropCalendarAddress, makeCalendarAddress } from '#lib/episode/calendar.server.ts'
import { theSite } from '#lib/machine/site.server.ts'

export const makeCalendarAction = act(z.unknown(), async (actor) => {
  const path = await makeCalendarAddress(theDb(), actor)
  revalidatePath('/reglages/calendrier')
  return { value: { address: `${theSite().baseUrl}${path}` } }
})

export const dropCalendarAction = act(z.unknown(), async (actor) => {
  await dropCalendarAddress(theDb(), actor)
  revalidatePath('/reglages/calendrier')
  return { words: 'L’adresse ne marche plus.' }
})
