import { requireActor } from '#app/_door/session.ts'
import { AlreadyRead } from '#app/_review/already-read.tsx'
import { FinishForm } from '#app/_review/finish-form.tsx'
import { NotesAround } from '#app/_review/notes-around.tsx'
import { ReadText } from '#app/_review/read-text.tsx'
import { ReadingAlong } from '#app/_review/reading-along.tsx'
import { verdictWords } from '#app/_review/review-words.ts'
import { currentLists } from '#app/_show/current-show.ts'
import { StorySounds } from '#app/_sound/story-sounds.tsx'
import { StateBadge } from '#app/_story/state-badge.tsx'
import { durationWords } from '#app/_ui/duration-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { can } from '#lib/people/can.ts'
import { readNames } from '#lib/people/members.server.ts'
import { lookOver } from '#lib/story/checklist.ts'
import { readReview } from '#lib/story/review.server.ts'
import { readStory, readStoryContent } from '#lib/story/story.server.ts'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Relire' }

/** One text, read over: large, its sounds and remarks beside it, then the verdict. */
export default async function Page({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/relire`)
  const story = await readStory(theDb(), actor, id).catch(ifRefused)
  if (!story || story.deletedAt) return <AlreadyRead actor={actor} storyId={id} />
  const [content, review] = await Promise.all([
    readStoryContent(theDb(), actor, story.id),
    readReview(theDb(), actor, story.id),
  ])
  return (
    <>
      <PageHeader
        title={story.title}
        back={wayBack(actor)}
        aside={<StateBadge state={story.state} />}
        standfirst={[story.author.name, `environ ${durationWords(story.readingMs)}`].join(' · ')}
      />
      <div className="grid gap-4">
        {!review.mayReview && review.last && review.waiting === null && (
          <FormMessage tone="info">{verdictWords(review.last)}</FormMessage>
        )}
        {review.mayNote && (
          <p className="text-ink-2">Touchez une phrase pour en dire quelque chose. Le texte ne change pas.</p>
        )}
        <ReadingAlong storyId={story.id} />
        <NotesAround actor={actor} storyId={story.id} mayNote={review.mayNote}>
          <ReadText content={content} mayNote={review.mayNote} />
        </NotesAround>
        <div className="mt-6">
          <StorySounds storyId={story.id} actor={actor} />
        </div>
      </div>
      {review.mayReview && (
        <FinishForm
          storyId={story.id}
          author={story.author.name}
          checks={lookOver(content, story.readingMs, await factsFor(actor))}
          length={`Environ ${durationWords(story.readingMs)}.`}
        />
      )}
    </>
  )
}

function ifRefused(error: unknown): null {
  if (isRefusal(error)) return null
  throw error
}

function wayBack(actor: Actor) {
  const isDesk = can(actor, 'workspace.enter', null)
  return isDesk
    ? { href: '/regie/relectures', label: 'Relectures' }
    : { href: '/relectures', label: 'À relire' }
}

async function factsFor(actor: Actor) {
  const [people, lists] = await Promise.all([readNames(theDb(), actor), currentLists()])
  return {
    people: people.map(({ name }) => name),
    places: lists.houses.map(({ name }) => name),
    slotMs: null,
  }
}
