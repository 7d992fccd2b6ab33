import { requireRight } from '#app/_door/session.ts'
import { WaitingList } from '#app/_review/waiting-list.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata = { title: 'Relectures' }

type Props = { searchParams: Promise<{ merci?: string }> }

/** Every text that waits to be read over, the longest waiting first. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireRight('workspace.enter', '/regie/relectures')
  const { merci } = await searchParams
  return (
    <>
      <PageHeader title="Relectures" back={{ href: '/regie', label: 'Régie' }} />
      <WaitingList actor={actor} thanks={merci !== undefined} />
    </>
  )
}
