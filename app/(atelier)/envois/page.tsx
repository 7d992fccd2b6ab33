import { requireActor } from '#app/_door/session.ts'
import { OutboxDesk } from '#app/_outbox/outbox-desk.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata = { title: 'À envoyer' }

/** All that lies on this device and not yet at the radio. */
export default async function Page() {
  const actor = await requireActor('/envois')
  return (
    <>
      <PageHeader
        title="À envoyer"
        back={{ href: '/ma-bobine', label: 'Ma bobine' }}
        standfirst="Ce qui est gardé sur cet appareil et n’est pas encore arrivé à la radio."
      />
      <OutboxDesk memberId={actor.memberId} />
    </>
  )
}
