import { requireActor } from '#app/_door/session.ts'
import { WaitingList } from '#app/_review/waiting-list.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata = { title: 'À relire' }

type Props = { searchParams: Promise<{ merci?: string }> }

/** The texts that somebody would like this person to read over. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('/relectures')
  const { merci } = await searchParams
  return (
    <>
      <PageHeader
        title="À relire"
        standfirst="Lisez, dites ce que vous entendez. La personne qui a écrit décide."
      />
      <WaitingList actor={actor} thanks={merci !== undefined} />
    </>
  )
}
