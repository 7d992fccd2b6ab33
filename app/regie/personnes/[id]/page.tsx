import { notFound } from 'next/navigation'
import { requireRight } from '#app/_door/session.ts'
import { currentLists, currentShow, currentZone } from '#app/_show/current-show.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { editMemberAction } from '#app/regie/personnes/actions.ts'
import { MemberForm } from '#app/regie/personnes/member-form.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readMembers } from '#lib/people/members.server.ts'
import { AccessPanel } from './access-panel.tsx'
import { CardMaker } from './card-maker.tsx'

export const metadata = { title: 'Une personne' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | undefined>> }

/** One member: the card to print, the devices that are open, and who they are. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await requireRight('people.manage', '/regie/personnes')
  const [{ id }, { nouveau }, people, lists, show, timeZone] = await Promise.all([
    params,
    searchParams,
    readMembers(theDb(), actor),
    currentLists(),
    currentShow(),
    currentZone(),
  ])
  const member = people.find((one) => one.id === id)
  if (!member) notFound()
  const devices = member.devices.map(({ id: sessionId, device, createdAt }) => ({
    sessionId,
    device,
    since: createdAt.toLocaleDateString('fr-FR', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone,
    }),
    isThisOne: sessionId === actor.sessionId,
  }))
  return (
    <div className="grid max-w-2xl gap-10">
      <PageHeader title={member.name} back={{ href: '/regie/personnes', label: 'Personnes' }} />
      {nouveau && (
        <FormMessage tone="ok">
          {member.name} est dans l’équipe. Faites maintenant sa carte, ou transmettez son lien.
        </FormMessage>
      )}
      <CardMaker
        memberId={member.id}
        name={member.name}
        house={member.house}
        show={show?.name ?? 'La Bobine'}
        hasCard={member.card !== null}
        opensOnce={member.role === 'coordination'}
      />
      <AccessPanel memberId={member.id} devices={devices} suspended={member.suspendedAt !== null} />
      <section className="grid gap-4 print:hidden">
        <h2>Qui est-ce</h2>
        <MemberForm action={editMemberAction} houses={lists.houses} member={member} />
      </section>
    </div>
  )
}
