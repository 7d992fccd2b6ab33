import { Printer } from 'lucide-react'
import { notFound } from 'next/navigation'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { gapsOf } from '#lib/rights/consent.ts'
import { readVoices } from '#lib/rights/voices.server.ts'
import { listClips } from '#lib/sound/sound.server.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { AddMyself } from './add-myself.tsx'
import { AddVoice } from './add-voice.tsx'
import { VoiceCard } from './voice-card.tsx'
import { WarningForm } from './warning-form.tsx'

export const metadata = { title: 'Accords' }

/** Who speaks in a story, and what each of them has said yes to. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/accords`)
  const story = await found(requireStoryRow(theDb(), actor, id))
  if (!can(actor, 'story.edit', story)) notFound()
  const [voices, clips] = await Promise.all([readVoices(theDb(), actor, id), listClips(theDb(), actor, id)])
  const sounds = clips.filter(({ music, imaging }) => !music && !imaging)
  const first = voices.find((voice) => gapsOf([voice]).length > 0)
  const isNoted = voices.some(({ memberId }) => memberId === actor.memberId)
  return (
    <>
      <PageHeader
        title="Qui parle dans ce sujet ?"
        back={{ href: `/sujets/${id}`, label: story.title }}
        standfirst="La voix d’une personne est à elle. On lui demande avant de la faire entendre, et elle peut changer d’avis."
      />
      <div className="grid max-w-2xl grid-cols-1 gap-8">
        {voices.length > 0 && (
          <ul className="grid grid-cols-1 gap-4">
            {voices.map((voice) => (
              <li key={voice.id}>
                <VoiceCard storyId={id} voice={voice} sounds={sounds} isFirst={voice === first} />
              </li>
            ))}
          </ul>
        )}
        {!isNoted && <AddMyself storyId={id} isMain={voices.length === 0} />}
        <AddVoice storyId={id} sounds={sounds} />
        <WarningForm storyId={id} warning={story.warning} />
        <p>
          <ButtonLink href={`/sujets/${id}/accords/formulaire`} icon={<Printer />}>
            La feuille à signer
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
