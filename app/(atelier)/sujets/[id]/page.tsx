import { ScrollText } from 'lucide-react'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireActor } from '#app/_door/session.ts'
import { KnownStory } from '#app/_outbox/known-story.tsx'
import { StorySounds } from '#app/_sound/story-sounds.tsx'
import { LengthWords } from '#app/_story/length-words.tsx'
import { StateBadge } from '#app/_story/state-badge.tsx'
import { StoryDesk } from '#app/_story/story-desk.tsx'
import { StoryText } from '#app/_story/story-text.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readLists } from '#lib/episode/show.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readNames } from '#lib/people/members.server.ts'
import { listClips } from '#lib/sound/sound.server.ts'
import { readStory, readStoryContent } from '#lib/story/story.server.ts'
import { StorySettings } from './story-settings.tsx'
import { StorySteps } from './story-steps.tsx'

type Props = { params: Promise<{ id: string }> }

/** The story, or no page for who may not see it. */
const open = cache(async (id: string) => {
  const actor = await requireActor(`/sujets/${id}`)
  const story = await readStory(theDb(), actor, id).catch((error: unknown) => {
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
  const content = await readStoryContent(theDb(), actor, story.id)
  const text = <StoryText content={content} for="members" />
  const sounds = (await listClips(theDb(), actor, story.id)).map(({ id, title }) => ({ id, title }))
  const voices = [story.author, ...story.people].map(({ name }) => name)
  return (
    <>
      <KnownStory memberId={actor.memberId} storyId={story.id} title={story.title} />
      <PageHeader
        title={story.title}
        back={{ href: '/sujets', label: 'Sujets' }}
        aside={<StateBadge state={story.state} />}
        standfirst={[story.author.name, story.rubric].filter(Boolean).join(' · ')}
      />
      {story.mayWrite ? (
        <StoryDesk
          key={story.id}
          storyId={story.id}
          memberId={actor.memberId}
          wpm={story.wpm}
          voices={voices}
          sounds={sounds}
        >
          {text}
        </StoryDesk>
      ) : (
        <div className="grid gap-4">
          {text}
          <LengthWords words={story.words} wpm={story.wpm} />
        </div>
      )}
      <p className="mt-4">
        <ButtonLink href={`/sujets/${story.id}/prompteur`} icon={<ScrollText />}>
          Répéter en grand
        </ButtonLink>
      </p>
      <div className="mt-10 print:hidden">
        <StorySounds storyId={story.id} actor={actor} />
      </div>
      {story.deletedAt === null && (
        <StorySteps storyId={story.id} state={story.state} nextStates={story.nextStates} />
      )}
      {story.mayEdit && (
        <StorySettings
          story={{
            id: story.id,
            title: story.title,
            rubricId: story.rubricId ?? '',
            themeIds: story.themes.map((theme) => theme.id),
            peopleIds: story.people.map((person) => person.id),
            isBinned: story.deletedAt !== null,
          }}
          choices={await readLists(theDb())}
          people={(await readNames(theDb(), actor)).filter(({ id }) => id !== story.authorId)}
        />
      )}
    </>
  )
}
