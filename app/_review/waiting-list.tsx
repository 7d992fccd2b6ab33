import { Eye, Heart } from 'lucide-react'
import { LengthWords } from '#app/_story/length-words.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readReviewQueue, type WaitingStory } from '#lib/story/review-queue.server.ts'
import { saysWhen } from './shown-notes.ts'

/** The texts that wait to be read over, the longest waiting first. `thanks`: one was just read. */
export async function WaitingList({ actor, thanks }: { actor: Actor; thanks: boolean }) {
  const [waiting, when] = await Promise.all([readReviewQueue(theDb(), actor), saysWhen()])
  return (
    <div className="grid max-w-2xl gap-6">
      <FormMessage tone="ok">{thanks && 'C’est noté. Merci d’avoir lu ce texte.'}</FormMessage>
      {waiting.length === 0 ? (
        <EmptyState title="Rien à relire pour l’instant">
          <p>Quand quelqu’un a fini un texte, il vous attend ici.</p>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {waiting.map((story) => (
            <li key={story.id}>
              <WaitingCard story={story} when={when} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function WaitingCard({ story, when }: { story: WaitingStory; when: (at: Date) => string }) {
  const { id, title, isOwn, isForMe, reader, notes } = story
  return (
    <Card
      title={title}
      aside={
        isForMe && (
          <Badge tone="brick" icon={<Heart size={20} />}>
            Pour vous
          </Badge>
        )
      }
      actions={
        <ButtonLink
          href={isOwn ? `/sujets/${id}` : `/sujets/${id}/relire`}
          variant={isOwn ? 'secondary' : 'primary'}
          icon={<Eye />}
        >
          {isOwn ? 'Ouvrir' : 'Lire'} <span className="sr-only">« {title} »</span>
        </ButtonLink>
      }
    >
      <p className="text-ink-2">
        {isOwn ? 'C’est votre texte : quelqu’un d’autre le relit.' : story.author} · envoyé{' '}
        {when(story.askedAt)}
      </p>
      {reader && !isForMe && <p>Demandé à {reader}.</p>}
      {notes > 0 && <p>{notes === 1 ? 'Une remarque à regarder.' : `${notes} remarques à regarder.`}</p>}
      <LengthWords words={story.words} wpm={story.wpm} />
    </Card>
  )
}
