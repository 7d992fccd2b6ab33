import { notFound } from 'next/navigation'
import { cache } from 'react'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { SoundEditor } from '#app/_sound/sound-editor.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { can } from '#lib/people/can.ts'
import { readSoundEditor } from '#lib/sound/edit.server.ts'
import { readClip } from '#lib/sound/sound.server.ts'

type Props = { params: Promise<{ id: string }> }

/** The sound as somebody may hear it; no page for others. */
const open = cache(async (id: string) => {
  const actor = await requireActor(`/sons/${id}`)
  return { actor, clip: await found(readClip(theDb(), actor, id)) }
})

export async function generateMetadata({ params }: Props) {
  return { title: `Couper et soigner « ${(await open((await params).id)).clip.title} »` }
}

/** Couper et soigner: what is kept of a sound, and what is done for it. */
export default async function Page({ params }: Props) {
  const { actor, clip } = await open((await params).id)
  if (!clip.mayEdit) notFound()
  const editor = await found(
    readSoundEditor(theDb(), actor, clip.id).catch((error: unknown) => {
      if (isRefusal(error) && error.reason === 'sound.not-ready') return null
      throw error
    }),
  )
  const home = can(actor, 'studio.enter', null)
    ? { href: '/regie/sons', label: 'Sons' }
    : clip.story
      ? { href: `/sujets/${clip.story.id}`, label: clip.story.title }
      : { href: '/sujets', label: 'Sujets' }
  return (
    <>
      <PageHeader
        title={clip.title}
        back={home}
        standfirst="Couper et soigner. L’original reste intact, vous pouvez toujours revenir en arrière."
      />
      {editor ? (
        <SoundEditor key={editor.id} editor={editor} />
      ) : (
        <EmptyState title="Ce son n’est pas encore prêt">
          <RefreshWhile active={clip.state !== 'refused'} />
          <p>On le prépare. Cette page s’ouvre d’elle-même dès qu’il est là.</p>
        </EmptyState>
      )}
    </>
  )
}
