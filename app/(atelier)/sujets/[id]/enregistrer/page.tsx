import { notFound } from 'next/navigation'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { TakeDesk } from '#app/_sound/take-desk.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readTakes } from '#lib/sound/takes.server.ts'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Enregistrer' }

/** A story said aloud: passage by passage or whole, as often as one likes; the takes and which of them count. */
export default async function Page({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/enregistrer`)
  const desk = await found(readTakes(theDb(), actor, id))
  if (!desk.mayRecord) notFound()
  return (
    <>
      <PageHeader
        title="Enregistrer"
        back={{ href: `/sujets/${id}`, label: desk.title }}
        standfirst="Prenez votre temps. On peut tout refaire, rien ne part sans vous."
      />
      <TakeDesk key={id} desk={desk} storyId={id} memberId={actor.memberId} />
    </>
  )
}
