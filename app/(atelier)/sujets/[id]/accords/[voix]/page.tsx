import { notFound } from 'next/navigation'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { ofName } from '#app/_ui/name-words.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { type Giver, gapsOf, holding, voiceUses } from '#lib/rights/consent.ts'
import { readVoices } from '#lib/rights/voices.server.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import { AnswerForm } from './answer-form.tsx'

export const metadata = { title: 'Noter un accord' }

type Props = {
  params: Promise<{ id: string; voix: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One person is asked, or one of their parents: four plain questions, and how they answer. */
export default async function Page({ params, searchParams }: Props) {
  const { id, voix } = await params
  const { qui } = await searchParams
  const actor = await requireActor(`/sujets/${id}/accords/${voix}`)
  const story = await found(requireStoryRow(theDb(), actor, id))
  if (!can(actor, 'story.edit', story)) notFound()
  const voice = (await readVoices(theDb(), actor, id)).find((one) => one.id === voix)
  if (!voice) notFound()
  const { name, isMinor, answers } = voice
  const asked: Giver = qui === 'parent' ? 'parent' : 'self'
  const first = qui === undefined ? (gapsOf([voice])[0]?.by ?? 'self') : asked
  const by: Giver = isMinor ? first : 'self'
  const held = Object.fromEntries(voiceUses.map((use) => [use, holding(answers, use, by)?.isYes]))
  const parent = answers.findLast((answer) => answer.by === 'parent')?.parentName ?? ''
  return (
    <>
      <PageHeader
        title={by === 'parent' ? `Un parent ${ofName(name)} répond` : `${name} répond`}
        back={{ href: `/sujets/${id}/accords`, label: 'Les accords' }}
        standfirst="Passez-lui le téléphone. Dire non est possible partout, et ne vexe personne."
      />
      <div className="max-w-2xl">
        <AnswerForm
          key={by}
          storyId={id}
          voiceId={voix}
          name={name}
          by={by}
          parentName={parent}
          held={held}
        />
      </div>
    </>
  )
}
