import { theDb } from '#lib/db/db.server.ts'
import type { StoryState } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readNames } from '#lib/people/members.server.ts'
import { readReview } from '#lib/story/review.server.ts'
import { ChooseReader } from './choose-reader.tsx'
import { waitingWords } from './review-words.ts'

type Props = { actor: Actor; story: { id: string; state: StoryState; authorId: string } }

/** Once a text is handed in: who reads it over. Anybody, or somebody by name in one tap. */
export async function AskReview({ actor, story }: Props) {
  if (story.state !== 'toReview') return null
  const { waiting, mayAsk } = await readReview(theDb(), actor, story.id)
  if (!mayAsk) return null
  const people = (await readNames(theDb(), actor)).filter(({ id }) => id !== story.authorId)
  return (
    <section className="mt-8 grid gap-3 print:hidden" aria-labelledby="qui-relit">
      <h2 id="qui-relit">Qui relit ce texte ?</h2>
      <p>{waitingWords(waiting?.reader ?? null)}</p>
      <ChooseReader storyId={story.id} people={people} chosenId={waiting?.readerId ?? null} />
    </section>
  )
}
