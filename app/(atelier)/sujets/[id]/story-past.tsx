import { History, Printer } from 'lucide-react'
import { contributorWords } from '#app/_story/version-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readContributors } from '#lib/story/writers.server.ts'

/** Who wrote the text with its author, how it came about, and the way to have it on paper. */
export async function StoryPast({ storyId, actor }: { storyId: string; actor: Actor }) {
  const people = await readContributors(theDb(), actor, storyId)
  const isAlone = people.others.every((name) => name === people.author)
  return (
    <div className="grid grid-cols-1 gap-3">
      {/* The author alone stands under the title already. */}
      {!isAlone && <p>{contributorWords(people)}.</p>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/sujets/${storyId}/versions`} variant="quiet" icon={<History />}>
          Versions du texte
        </ButtonLink>
        <ButtonLink href={`/sujets/${storyId}/imprimer`} variant="quiet" icon={<Printer />}>
          Imprimer
        </ButtonLink>
      </div>
    </div>
  )
}
