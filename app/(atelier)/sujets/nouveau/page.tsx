import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { requireActor } from '#app/_door/session.ts'
import { FirstDraftDesk } from '#app/_outbox/first-draft-desk.tsx'
import { ProposalList } from '#app/_story/proposal-list.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { readNames } from '#lib/people/members.server.ts'
import { readStory } from '#lib/story/story.server.ts'
import { beginningFrom, isNamed, type Search } from './beginning.ts'
import { HowStep } from './how-step.tsx'
import { UnfinishedNote } from './unfinished-note.tsx'
import { WhatStep } from './what-step.tsx'
import { WordsStep } from './words-step.tsx'

export const metadata = { title: 'Nouveau sujet' }

/** Where a story begins: three questions, one a screen, all answers in the address. */
export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor('/sujets/nouveau')
  const { beginning: answers, step } = beginningFrom(await searchParams)
  // Not sent to an address that holds it: a copy of this page on the device must open under its own address.
  const beginning = { ...answers, storyId: answers.storyId || randomUUID() }
  if (await isOpened(actor, beginning.storyId)) redirect(`/sujets/${beginning.storyId}`)
  return (
    <FirstDraftDesk memberId={actor.memberId}>
      <Question actor={actor} beginning={beginning} step={step} />
    </FirstDraftDesk>
  )
}

type Asked = ReturnType<typeof beginningFrom> & { actor: Actor }

async function Question({ actor, beginning, step }: Asked) {
  const people = await readNames(theDb(), actor)
  const { memberId } = actor
  if (step === 1 || !isNamed(beginning)) {
    return (
      <>
        <UnfinishedNote memberId={memberId} storyId={beginning.storyId} />
        <WhatStep {...{ memberId, beginning, people }} isMissing={step !== 1} />
        <ProposalList actor={actor} />
      </>
    )
  }
  if (step === 2) return <HowStep memberId={memberId} beginning={beginning} />
  const author = people.find(({ id }) => id === beginning.authorId)?.name ?? null
  return <WordsStep memberId={memberId} beginning={beginning} author={author} />
}

/** Whoever comes back after the story was opened finds the story. */
async function isOpened(actor: Actor, storyId: string): Promise<boolean> {
  try {
    return Boolean(await readStory(theDb(), actor, storyId))
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
