import { Eye } from 'lucide-react'
import Link from 'next/link'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { StoryState } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readReview } from '#lib/story/review.server.ts'
import { remarkWords, verdictWords } from './review-words.ts'

type Props = { actor: Actor; story: { id: string; state: StoryState; mayWrite: boolean; authorId: string } }

/** What came of reading this text over, for its author; the way to read it over, for whoever may. */
export async function ReviewNews({ actor, story }: Props) {
  const review = await readReview(theDb(), actor, story.id)
  const remarks = review.remarks.filter(({ byId }) => byId !== actor.memberId)
  const isFresh =
    review.last && review.waiting === null && (story.state === 'draft' || story.state === 'ready')
  return (
    <div className="mb-4 grid gap-3 empty:hidden print:hidden">
      {isFresh && review.last && (
        <FormMessage tone={review.last.verdict === 'ready' ? 'ok' : 'info'}>
          <p className="font-bold">{verdictWords(review.last)}</p>
          {review.last.message && <p className="whitespace-pre-wrap">« {review.last.message} »</p>}
        </FormMessage>
      )}
      {story.mayWrite && remarks.length > 0 && (
        <FormMessage tone="info">
          {remarks.map((remark) => (
            <p key={remark.byId}>{remarkWords(remark)}</p>
          ))}
          <Link href="#remarques" className="inline-flex min-h-12 items-center">
            Voir les remarques
          </Link>
        </FormMessage>
      )}
      {(review.mayReview || (review.mayNote && story.authorId !== actor.memberId)) && (
        <div>
          <ButtonLink
            href={`/sujets/${story.id}/relire`}
            variant={story.mayWrite ? 'secondary' : 'primary'}
            icon={<Eye />}
          >
            {review.mayReview ? 'Relire ce texte' : 'Lire et faire une remarque'}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
