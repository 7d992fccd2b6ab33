import { NotebookPen } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import type { listStories } from '#lib/story/list-stories.server.ts'
import { formWords } from './form-words.tsx'
import { LengthWords } from './length-words.tsx'
import { StateBadge } from './state-badge.tsx'

export type ListedStory = Awaited<ReturnType<typeof listStories>>[number]

/** A story in a list: its state, whose it is, how long it lasts. */
export function StoryCard({ story }: { story: ListedStory }) {
  const shelves = [story.rubric, ...story.themes.map((theme) => theme.name)].filter(Boolean).join(' · ')
  return (
    <Card
      title={story.title}
      level={3}
      aside={<StateBadge state={story.state} />}
      actions={
        <ButtonLink href={`/sujets/${story.id}`} icon={<NotebookPen />}>
          Ouvrir <span className="sr-only">« {story.title} »</span>
        </ButtonLink>
      }
    >
      <p className="text-ink-2">
        {story.author}
        {story.form && ` · ${formWords[story.form].label}`}
        {shelves && ` · ${shelves}`}
      </p>
      {story.isProposal && <p>Proposé à tout le monde.</p>}
      <LengthWords words={story.words} wpm={story.wpm} soundMs={story.soundMs} />
    </Card>
  )
}
