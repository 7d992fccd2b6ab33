import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readStorySlot } from '#lib/rundown/story-slot.server.ts'
import type { readStory } from '#lib/story/story.server.ts'
import { FitNote } from './fit-note.tsx'
import { LengthWords } from './length-words.tsx'
import { StoryDesk } from './story-desk.tsx'
import { contentOf, soundsOf } from './story-reads.ts'
import { StoryText } from './story-text.tsx'

type Props = { story: Awaited<ReturnType<typeof readStory>>; actor: Actor }

/** A story's text: to write in, or to read for whoever may not write in it; and how long it lasts. */
export async function StoryWriting({ story, actor }: Props) {
  const [content, slot] = await Promise.all([
    contentOf(actor, story.id),
    readStorySlot(theDb(), actor, story.id),
  ])
  const text = <StoryText content={content} for="members" />
  const slotMs = slot?.slotMs ?? null
  if (!story.mayWrite)
    return (
      <div className="grid gap-4">
        {text}
        {slotMs !== null && <FitNote totalMs={story.readingMs} slotMs={slotMs} />}
        <LengthWords words={story.words} wpm={story.wpm} soundMs={story.soundMs} />
      </div>
    )
  const sounds = await soundsOf(actor, story.id)
  return (
    <StoryDesk
      key={story.id}
      storyId={story.id}
      memberId={actor.memberId}
      wpm={story.wpm}
      voices={[story.author, ...story.people].map(({ name }) => name)}
      sounds={sounds.map(({ id, title, state, durationMs }) => ({
        id,
        title,
        durationMs: state === 'ready' ? durationMs : null,
      }))}
      slotMs={slotMs}
    >
      {text}
    </StoryDesk>
  )
}
