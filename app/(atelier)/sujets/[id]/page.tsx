import type { Viewport } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/_door/session.ts'
import { KnownStory } from '#app/_outbox/known-story.tsx'
import { AskReview } from '#app/_review/ask-review.tsx'
import { NotesAround } from '#app/_review/notes-around.tsx'
import { ReviewNews } from '#app/_review/review-news.tsx'
import { HandInReminder } from '#app/_rights/hand-in-reminder.tsx'
import { StoryVoices } from '#app/_rights/story-voices.tsx'
import { currentLists } from '#app/_show/current-show.ts'
import { StorySounds } from '#app/_sound/story-sounds.tsx'
import { StateBadge } from '#app/_story/state-badge.tsx'
import { storyOf } from '#app/_story/story-reads.ts'
import { StoryWriting } from '#app/_story/story-writing.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readNames } from '#lib/people/members.server.ts'
import { CutCard } from './cut-card.tsx'
import { StoryAloud } from './story-aloud.tsx'
import { StoryHand } from './story-hand.tsx'
import { StoryOrigin } from './story-origin.tsx'
import { StoryPast } from './story-past.tsx'
import { StorySettings } from './story-settings.tsx'
import { StorySteps } from './story-steps.tsx'

/** The keyboard of a phone takes its room from the page, so that the tools stay in sight above the text. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' }

type Props = { params: Promise<{ id: string }> }

/** The story, or no page for who may not see it. */
const open = cache(async (id: string) => {
  const actor = await requireActor(`/sujets/${id}`)
  const story = await storyOf(actor, id).catch((error: unknown) => {
    if (isRefusal(error)) notFound()
    throw error
  })
  return { actor, story }
})

export async function generateMetadata({ params }: Props) {
  return { title: (await open((await params).id)).story.title }
}

/** One story: its text, written together; what becomes of it; what stands around it. */
export default async function Page({ params }: Props) {
  const { actor, story } = await open((await params).id)
  return (
    <>
      <KnownStory memberId={actor.memberId} storyId={story.id} title={story.title} />
      <PageHeader
        title={story.title}
        back={{ href: '/sujets', label: 'Sujets' }}
        aside={<StateBadge state={story.state} />}
        standfirst={[story.author.name, story.rubric].filter(Boolean).join(' · ')}
      />
      <StoryOrigin story={story} actor={actor} />
      <CutCard storyId={story.id} actor={actor} />
      <ReviewNews actor={actor} story={story} />
      {story.mayWrite ? (
        <NotesAround actor={actor} storyId={story.id} mayNote>
          <StoryWriting story={story} actor={actor} />
        </NotesAround>
      ) : (
        <StoryWriting story={story} actor={actor} />
      )}
      <StoryAloud story={story} actor={actor} />
      <div className="mt-10 print:hidden">
        <StorySounds storyId={story.id} actor={actor} />
      </div>
      <StoryVoices storyId={story.id} actor={actor} />
      {story.mayEdit && story.deletedAt === null && (
        <HandInReminder storyId={story.id} actor={actor}>
          <StorySteps storyId={story.id} state={story.state} nextStates={story.nextStates} />
        </HandInReminder>
      )}
      <AskReview actor={actor} story={story} />
      <section aria-labelledby="autour" className="mt-12 grid grid-cols-1 gap-4 print:hidden">
        <h2 id="autour">Autour de ce sujet</h2>
        <StoryPast storyId={story.id} actor={actor} />
        <StoryHand story={story} actor={actor} />
        {story.mayEdit && (
          <StorySettings
            story={{
              id: story.id,
              title: story.title,
              rubricId: story.rubricId ?? '',
              angle: story.angle,
              form: story.form ?? '',
              themeIds: story.themes.map((theme) => theme.id),
              peopleIds: story.people.map((person) => person.id),
              isBinned: story.deletedAt !== null,
            }}
            choices={await currentLists()}
            people={(await readNames(theDb(), actor)).filter(({ id }) => id !== story.authorId)}
          />
        )}
      </section>
    </>
  )
}
