import { requireRight } from '#app/_door/session.ts'
import { currentLists } from '#app/_show/current-show.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { addMemberAction } from '#app/regie/personnes/actions.ts'
import { MemberForm } from '#app/regie/personnes/member-form.tsx'

export const metadata = { title: 'Ajouter une personne' }

export default async function Page() {
  await requireRight('people.manage', '/regie/personnes/ajouter')
  const { houses } = await currentLists()
  return (
    <div className="max-w-2xl">
      <PageHeader title="Ajouter une personne" back={{ href: '/regie/personnes', label: 'Personnes' }} />
      <MemberForm action={addMemberAction} houses={houses} />
    </div>
  )
}
