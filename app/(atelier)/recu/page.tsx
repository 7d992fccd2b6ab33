import { requireActor } from '#app/_door/session.ts'
import { ReceivedDesk } from '#app/_outbox/received-desk.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { listStories } from '#lib/story/list-stories.server.ts'

export const metadata = { title: 'Son reçu' }

const MOST_STORIES = 12

/** Where a sound lands that another app handed over: which story is it for? */
export default async function Page() {
  const actor = await requireActor('/recu')
  const stories = await listStories(theDb(), actor, { mine: !can(actor, 'workspace.enter', null) })
  const open = stories.filter(({ state }) => state !== 'aired').slice(0, MOST_STORIES)
  return (
    <>
      <PageHeader title="Son reçu" back={{ href: '/ma-bobine', label: 'Ma bobine' }} />
      <ReceivedDesk
        memberId={actor.memberId}
        stories={open.map(({ id, title, author }) => ({ id, title, author }))}
        mayUseLibrary={can(actor, 'studio.enter', null)}
      />
    </>
  )
}
