'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { act } from '#app/_door/act.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { handOverLetter } from '#lib/people/letter.server.ts'
import {
  addMember,
  editMember,
  makeCard,
  revokeDevice,
  revokeMember,
  suspendMember,
} from '#lib/people/members.server.ts'

const details = {
  name: z.string().trim().min(1, 'Écrivez un prénom.').max(80, 'Le prénom tient en 80 caractères.'),
  role: z.enum(['resident', 'technique', 'coordination'], 'Choisissez un rôle.'),
  houseId: z.union([z.uuid(), z.literal('').transform(() => null)]),
  email: z.union([
    z.literal('').transform(() => null),
    z.email('Cette adresse n’est pas complète, par exemple prenom@exemple.fr.').max(254),
  ]),
}
const add = z.object(details)
const edit = z.object({ ...details, memberId: z.uuid() })
const one = z.object({ memberId: z.uuid() })

export const addMemberAction = act(add, async (actor, input) => {
  const id = await addMember(theDb(), actor, input)
  redirect(`/regie/personnes/${id}?nouveau=1`)
})

export const editMemberAction = act(edit, async (actor, { memberId, ...input }) => {
  await editMember(theDb(), actor, memberId, input)
  revalidatePath('/regie/personnes', 'layout')
  return { words: 'C’est gardé.' }
})

/** The card's link and code are answered once, to be printed; they are kept nowhere. */
export const makeCardAction = act(one, async (actor, { memberId }) => {
  const { token, code } = await makeCard(theDb(), actor, memberId)
  revalidatePath('/regie/personnes', 'layout')
  return { value: { link: `${theSite().baseUrl}/c/${token}`, code: code ?? '' } }
})

export const revokeMemberAction = act(one, async (actor, { memberId }) => {
  await revokeMember(theDb(), actor, memberId)
  revalidatePath('/regie/personnes', 'layout')
  return { words: 'La carte et les appareils n’ouvrent plus rien.' }
})

export const suspendMemberAction = act(
  z.object({ memberId: z.uuid(), suspended: z.stringbool() }),
  async (actor, input) => {
    await suspendMember(theDb(), actor, input.memberId, input.suspended)
    revalidatePath('/regie/personnes', 'layout')
    return {
      words: input.suspended
        ? 'Cette personne ne peut plus entrer. Ses textes restent.'
        : 'La porte est rouverte.',
    }
  },
)

export const revokeDeviceAction = act(z.object({ sessionId: z.uuid() }), async (actor, { sessionId }) => {
  await revokeDevice(theDb(), actor, sessionId)
  revalidatePath('/regie/personnes', 'layout')
  return { words: 'Cet appareil est déconnecté.' }
})

export const handOverAction = act(z.object({ letterId: z.uuid() }), async (actor, { letterId }) => {
  return { value: await handOverLetter(theDb(), actor, letterId, theSite().baseUrl) }
})
